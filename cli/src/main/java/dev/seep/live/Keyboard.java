package dev.seep.live;

import dev.seep.live.ViewState.Page;
import java.util.List;
import java.util.function.Consumer;

/** Applies the keys that a person presses to the state of the live view. */
final class Keyboard {
    private final ViewState viewState;
    private final Consumer<String> filter;
    private final boolean asks;
    private final Runnable leave;

    /**
     * @param asks whether the person is asked before leaving
     * @param leave action of a person who leaves
     */
    Keyboard(ViewState viewState, Consumer<String> filter, boolean asks, Runnable leave) {
        this.viewState = viewState;
        this.filter = filter;
        this.asks = asks;
        this.leave = leave;
    }

    /**
     * One key.
     *
     * @param typed the characters that it sent
     * @param rows in the order in which they are shown
     * @param page rows on one screen
     */
    void press(Key key, String typed, List<TableRow> rows, int page) {
        if (viewState.typing) {
            type(key, typed);
            return;
        }
        if (viewState.asking) {
            answer(typed);
            return;
        }
        switch (key) {
            case UP -> viewState.move(rows, -1);
            case DOWN -> viewState.move(rows, 1);
            case PAGE_UP -> viewState.move(rows, -page);
            case PAGE_DOWN -> viewState.move(rows, page);
            case ENTER -> {
                viewState.move(rows, 0);
                viewState.page = rows.isEmpty() ? Page.TABLE : Page.ONE;
            }
            case ESCAPE -> back();
            case SORT -> viewState.nextSort();
            case FILTER -> {
                viewState.page = Page.TABLE;
                viewState.typing = true;
            }
            case PAUSE -> viewState.paused = !viewState.paused;
            case HELP -> viewState.page = viewState.page == Page.HELP ? Page.TABLE : Page.HELP;
            case QUIT -> quit();
            case DELETE, TEXT -> {}
        }
    }

    /** Leaves what is in front of the table first: there it is what people mean. */
    private void quit() {
        if (viewState.page != Page.TABLE) {
            viewState.page = Page.TABLE;
        } else if (asks) {
            viewState.asking = true;
        } else {
            leave();
        }
    }

    private void answer(String typed) {
        viewState.asking = false;
        if (typed.equalsIgnoreCase("y")) {
            leave();
        }
    }

    private void leave() {
        viewState.leaving = true;
        leave.run();
    }

    private void back() {
        if (viewState.page == Page.TABLE) {
            filterBy("");
        }
        viewState.page = Page.TABLE;
    }

    private void type(Key key, String typed) {
        switch (key) {
            case ENTER -> viewState.typing = false;
            case ESCAPE -> {
                viewState.typing = false;
                filterBy("");
            }
            case DELETE -> filterBy(viewState.filter.replaceFirst("(?s).\\z", ""));
            case TEXT -> filterBy(viewState.filter + typed.replaceAll("\\p{Cntrl}.*", ""));
            default -> {}
        }
    }

    private void filterBy(String part) {
        viewState.filter = part;
        filter.accept(part);
    }
}
