package dev.seep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesLookupTest {
    private static final SeriesLookup LOOKUP = new SeriesLookup(List.of(
            "shop/web/app memory.anon", "shop/web/app memory.anon.huge", "shop/web/app fds.open", "pay fds.open"));

    @Test
    void aNameInFullIsThisOneAlone() {
        assertThat(LOOKUP.fitting("shop/web/app memory.anon")).containsExactly("shop/web/app memory.anon");
    }

    @ParameterizedTest
    @CsvSource({"memory, 2", "fds.open, 2", "SHOP*fds, 1", "web*anon*huge, 1", "pay?fds, 1", "memory.*n, 2", "o, 4"})
    void aPartOrAPatternIsAllThatHaveIt(String text, int fitting) {
        assertThat(LOOKUP.fitting(text)).hasSize(fitting);
    }

    @Test
    void ofWhatFitsNothingItIsSaidWhatThereIs() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> LOOKUP.fitting("memoryXanon"))
                .withMessageStartingWith(
                        "no leak and no series fits 'memoryXanon'; there are: shop/web/app memory.anon, ")
                .withMessageEndingWith(", pay fds.open");
    }

    @Test
    void twentyAreListedAndTheOthersCounted() {
        List<String> names = IntStream.range(0, 22).mapToObj(i -> "s" + i).toList();

        assertThat(SeriesLookup.listed(names)).startsWith("s0, s1, ").endsWith(", s19 and 2 more");
        assertThat(SeriesLookup.listed(names.subList(0, 20))).endsWith(", s18, s19");
    }
}
