package dev.seep.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.live.ViewState.Page;
import dev.seep.live.ViewState.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyboardTest {
    private static final int PAGE = 10;
    private static final List<TableRow> ROWS =
            IntStream.range(0, 30).mapToObj(i -> RowFixture.of("p" + i).build()).toList();

    private final ViewState state = new ViewState();
    private final List<String> filters = new ArrayList<>();
    private int quits;
    private final Keyboard keyboard = new Keyboard(state, filters::add, true, () -> quits++);

    @Test
    void movesByARowAndByAPage() {
        press(Key.DOWN, Key.DOWN);
        assertThat(state.selected).isEqualTo("shop/p2/app threads");
        press(Key.UP);
        assertThat(state.selected).isEqualTo("shop/p1/app threads");
        press(Key.PAGE_DOWN, Key.PAGE_DOWN);
        assertThat(state.selected).isEqualTo("shop/p21/app threads");
        press(Key.PAGE_DOWN);
        assertThat(state.selected).isEqualTo("shop/p29/app threads");
        press(Key.PAGE_UP);
        assertThat(state.selected).isEqualTo("shop/p19/app threads");
    }

    @Test
    void enterShowsTheSelectedSeriesAndEscapeTheTable() {
        press(Key.ENTER);
        assertThat(state.page).isEqualTo(Page.ONE);
        assertThat(state.selected).isEqualTo("shop/p0/app threads");
        press(Key.DOWN);
        assertThat(state.page).as("the next one large").isEqualTo(Page.ONE);
        press(Key.ESCAPE);
        assertThat(state.page).isEqualTo(Page.TABLE);
        assertThat(state.selected).isEqualTo("shop/p1/app threads");
        assertThat(filters).isEmpty();
    }

    @Test
    void enterShowsNothingWhereThereIsNothing() {
        keyboard.press(Key.ENTER, "\r", List.of(), PAGE);

        assertThat(state.page).isEqualTo(Page.TABLE);
    }

    @Test
    void sortsHoldsAndHelps() {
        press(Key.SORT);
        assertThat(state.sort).isEqualTo(Sort.SLOPE);
        press(Key.PAUSE);
        assertThat(state.paused).isTrue();
        press(Key.PAUSE);
        assertThat(state.paused).isFalse();
        press(Key.HELP);
        assertThat(state.page).isEqualTo(Page.HELP);
        press(Key.HELP);
        assertThat(state.page).isEqualTo(Page.TABLE);
        press(Key.HELP, Key.ESCAPE);
        assertThat(state.page).isEqualTo(Page.TABLE);
        assertThat(quits).isZero();
    }

    @Test
    void asksBeforeItEndsTheRun() {
        press(Key.QUIT);
        assertThat(state.asking).isTrue();
        assertThat(quits).isZero();

        keyboard.press(Key.TEXT, "y", ROWS, PAGE);

        assertThat(quits).isEqualTo(1);
        assertThat(state.asking).isFalse();
        assertThat(state.leaving).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void anyOtherAnswerLetsTheRunGoOnAndDoesNothingElse(Key key) {
        press(Key.QUIT, key);

        assertThat(quits).isZero();
        assertThat(state.asking).isFalse();
        assertThat(state.leaving).isFalse();
        assertThat(state.page).isEqualTo(Page.TABLE);
        assertThat(state.selected).isEmpty();
        assertThat(state.typing).isFalse();
    }

    @Test
    void leavesAtOnceARunThatGoesOnWithoutIt() {
        new Keyboard(state, filters::add, false, () -> quits++).press(Key.QUIT, "q", ROWS, PAGE);

        assertThat(quits).isEqualTo(1);
        assertThat(state.asking).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"HELP", "ENTER"})
    void quittingLeavesWhatIsBeforeTheTableFirst(Key key) {
        press(key, Key.QUIT);

        assertThat(state.page).isEqualTo(Page.TABLE);
        assertThat(state.asking).isFalse();
        assertThat(quits).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"TEXT", "DELETE"})
    void heedsNoOtherKey(Key key) {
        press(key);

        assertThat(state.page).isEqualTo(Page.TABLE);
        assertThat(state.selected).isEmpty();
        assertThat(state.filter).isEmpty();
        assertThat(filters).isEmpty();
    }

    @Test
    void filtersByWhatIsTypedFromLetterToLetter() {
        press(Key.ENTER, Key.FILTER);
        assertThat(state.typing).isTrue();
        assertThat(state.page).as("the table, which the filter is for").isEqualTo(Page.TABLE);
        type("f", "d", "q");
        press(Key.DELETE);
        type("s");
        press(Key.ENTER);

        assertThat(state.typing).isFalse();
        assertThat(state.filter).isEqualTo("fds");
        assertThat(filters).containsExactly("f", "fd", "fdq", "fd", "fds");
        assertThat(quits).as("a q is a letter of the filter").isZero();
    }

    @Test
    void escapeDropsTheFilterWhileItIsTypedAndLater() {
        press(Key.FILTER);
        type("f");
        press(Key.ESCAPE);
        assertThat(state.typing).isFalse();
        assertThat(state.filter).isEmpty();
        press(Key.FILTER);
        type("x");
        press(Key.ENTER, Key.ESCAPE);

        assertThat(state.filter).isEmpty();
        assertThat(filters).containsExactly("f", "", "x", "");
    }

    @Test
    void deletesWholeCharactersAndNothingOfNothing() {
        press(Key.FILTER);
        type("é", "😀");
        press(Key.DELETE);
        assertThat(state.filter).isEqualTo("é");
        press(Key.DELETE, Key.DELETE);
        assertThat(state.filter).isEmpty();
    }

    @Test
    void takesNoCodeOfAKeyForText() {
        press(Key.FILTER);
        type("a", "\u001bOP", "\t", "b\u001b[15~");

        assertThat(state.filter).isEqualTo("ab");
    }

    @ParameterizedTest
    @EnumSource(names = {"UP", "DOWN", "PAGE_UP", "PAGE_DOWN", "SORT", "FILTER", "PAUSE", "HELP", "QUIT"})
    void aFilterThatIsTypedIsNotLeftByAnotherKey(Key key) {
        press(Key.FILTER, key);

        assertThat(state.typing).isTrue();
        assertThat(state.selected).isEmpty();
        assertThat(state.sort).isEqualTo(Sort.WORST);
        assertThat(state.paused).isFalse();
        assertThat(quits).isZero();
    }

    private void press(Key... keys) {
        for (Key key : keys) {
            keyboard.press(key, "", ROWS, PAGE);
        }
    }

    private void type(String... letters) {
        for (String letter : letters) {
            keyboard.press(Key.TEXT, letter, ROWS, PAGE);
        }
    }
}
