package dev.seep.live;

import dev.seep.live.Choice.Page;
import java.util.List;
import java.util.function.Consumer;

/** What keys do to what is chosen. */
final class Keyboard {
    private final Choice choice;
    private final Consumer<String> filter;
    private final Runnable quit;

    Keyboard(Choice choice, Consumer<String> filter, Runnable quit) {
        this.choice = choice;
        this.filter = filter;
        this.quit = quit;
    }

    /**
     * One key.
     *
     * @param typed the characters that it sent
     * @param rows in the order in which they are shown
     * @param page rows on one screen
     */
    void press(Key key, String typed, List<Outlook> rows, int page) {
        if (choice.typing) {
            type(key, typed);
            return;
        }
        switch (key) {
            case UP -> choice.move(rows, -1);
            case DOWN -> choice.move(rows, 1);
            case PAGE_UP -> choice.move(rows, -page);
            case PAGE_DOWN -> choice.move(rows, page);
            case ENTER -> {
                choice.move(rows, 0);
                choice.page = rows.isEmpty() ? Page.TABLE : Page.ONE;
            }
            case ESCAPE -> back();
            case SORT -> choice.nextSort();
            case FILTER -> {
                choice.page = Page.TABLE;
                choice.typing = true;
            }
            case PAUSE -> choice.paused = !choice.paused;
            case HELP -> choice.page = choice.page == Page.HELP ? Page.TABLE : Page.HELP;
            case QUIT -> quit.run();
            case DELETE, TEXT -> {}
        }
    }

    private void back() {
        if (choice.page == Page.TABLE) {
            filterBy("");
        }
        choice.page = Page.TABLE;
    }

    private void type(Key key, String typed) {
        switch (key) {
            case ENTER -> choice.typing = false;
            case ESCAPE -> {
                choice.typing = false;
                filterBy("");
            }
            case DELETE -> filterBy(choice.filter.substring(0, Math.max(0, choice.filter.length() - 1)));
            case TEXT -> filterBy(choice.filter + typed.replaceAll("\\p{Cntrl}.*", ""));
            default -> {}
        }
    }

    private void filterBy(String part) {
        choice.filter = part;
        filter.accept(part);
    }
}
