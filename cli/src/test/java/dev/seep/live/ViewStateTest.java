package dev.seep.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.live.TableRow.Tendency;
import dev.seep.live.ViewState.Sort;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewStateTest {
    private static final List<TableRow> WORST_FIRST = List.of(
            RowFixture.of("d").limit(100).trend(Tendency.GROWING, 2, 1, 3).build(),
            RowFixture.of("b").build(),
            RowFixture.of("c").limit(10).trend(Tendency.GROWING, 1, 1, 1).build(),
            RowFixture.of("a").trend(Tendency.MAY_LEAK, 9, 1, 20).build());

    private final ViewState state = new ViewState();

    @ParameterizedTest
    @CsvSource({"WORST, d b c a", "SLOPE, a d c b", "LIMIT, c d b a", "NAME, a b c d"})
    void sortsWithThoseWithoutANumberLast(Sort sort, String order) {
        state.sort = sort;

        assertThat(names(state.sorted(WORST_FIRST))).isEqualTo(order);
        assertThat(state.sorted(List.of())).isEmpty();
    }

    @Test
    void goesThroughAllOrdersAndBack() {
        assertThat(Stream.generate(() -> {
                            state.nextSort();
                            return state.sort.word();
                        })
                        .limit(4))
                .containsExactly("slope", "limit", "name", "worst");
    }

    @Test
    void movesTheSelectionAndStopsAtBothEnds() {
        assertThat(state.indexOf(WORST_FIRST)).isZero();
        state.move(WORST_FIRST, 1);
        assertThat(state.selected).isEqualTo("shop/b/app threads");
        state.move(WORST_FIRST, 100);
        assertThat(state.selected).isEqualTo("shop/a/app threads");
        state.move(WORST_FIRST, -2);
        assertThat(state.indexOf(WORST_FIRST)).isEqualTo(1);
        state.move(WORST_FIRST, -100);
        assertThat(state.selected).isEqualTo("shop/d/app threads");
    }

    @Test
    void theSelectionStaysWithItsSeries() {
        state.move(WORST_FIRST, 2);
        state.sort = Sort.NAME;

        assertThat(state.indexOf(state.sorted(WORST_FIRST))).isEqualTo(2);
        state.sort = Sort.LIMIT;
        assertThat(state.indexOf(state.sorted(WORST_FIRST))).isZero();
        state.move(state.sorted(WORST_FIRST), 0);
        assertThat(state.selected).isEqualTo("shop/c/app threads");
    }

    @Test
    void theSelectionStaysInItsPlaceIfItsSeriesIsGone() {
        state.move(WORST_FIRST, 1);

        List<TableRow> others = Stream.of(0, 2, 3).map(WORST_FIRST::get).toList();
        assertThat(state.indexOf(others)).isEqualTo(1);
        assertThat(state.indexOf(WORST_FIRST.subList(0, 1))).isZero();
        assertThat(state.indexOf(List.of())).isZero();
        assertThat(state.selected).as("it may come back").isEqualTo("shop/b/app threads");
        assertThat(state.indexOf(WORST_FIRST)).isEqualTo(1);
    }

    @Test
    void nothingIsSelectedWhereThereIsNothing() {
        state.move(List.of(), 1);

        assertThat(state.selected).isEmpty();
        assertThat(state.top(List.of(), 10)).isZero();
    }

    @Test
    void scrollsNoFurtherThanTheSelectionNeeds() {
        List<TableRow> rows = IntStream.range(0, 50)
                .mapToObj(i -> RowFixture.of("p" + i).build())
                .toList();

        assertThat(state.top(rows, 10)).isZero();
        state.move(rows, 9);
        assertThat(state.top(rows, 10)).as("the last one on the screen").isZero();
        state.move(rows, 1);
        assertThat(state.top(rows, 10)).isEqualTo(1);
        state.move(rows, -5);
        assertThat(state.top(rows, 10)).as("still on the screen").isEqualTo(1);
        state.move(rows, -5);
        assertThat(state.top(rows, 10)).isZero();
        state.move(rows, 49);
        assertThat(state.top(rows, 10)).isEqualTo(40);
        assertThat(state.top(rows, 20)).as("a larger screen is filled").isEqualTo(30);
        assertThat(state.top(rows, 100)).isZero();
    }

    private static String names(List<TableRow> rows) {
        return String.join(
                " ",
                rows.stream().map(row -> row.rankedSeries().target().name()).toList());
    }
}
