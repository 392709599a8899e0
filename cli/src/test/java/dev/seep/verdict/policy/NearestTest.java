package dev.seep.verdict.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody may have meant. */
class NearestTest {
    @ParameterizedTest
    @CsvSource({
        "zombie, zombies, a letter is missing",
        "zombiess, zombies, a letter is too many",
        "zombeis, zombies, two are swapped",
        "sombies, zombies, one is another",
        "ZOMBIES, zombies, the case is wrong",
        "zombies, zombies, nothing is wrong",
        "zmbes, zombies, two are missing"
    })
    void aWordThatIsWrittenWrongIsMeant(String word, String meant, String what) {
        assertThat(SpellingSuggestion.of(word, List.of("threads", "zombies", "fds")))
                .as(what)
                .hasValue(meant);
    }

    @Test
    void threeMistakesAreTheMost() {
        assertThat(SpellingSuggestion.of("memory.xyz", List.of("memory.rss"))).hasValue("memory.rss");
        assertThat(SpellingSuggestion.of("memory.rxyz", List.of("memory.rss"))).hasValue("memory.rss");
        assertThat(SpellingSuggestion.of("memory.xyzw", List.of("memory.rss"))).isEmpty();
    }

    /** Else every word of three letters is near every other one. */
    @Test
    void aWordMayBeHalfWrongAtTheMost() {
        assertThat(SpellingSuggestion.of("fdx", List.of("fds"))).hasValue("fds");
        assertThat(SpellingSuggestion.of("fxx", List.of("fds"))).isEmpty();
        assertThat(SpellingSuggestion.of("abxx", List.of("abcd"))).hasValue("abcd");
        assertThat(SpellingSuggestion.of("axxx", List.of("abcd"))).isEmpty();
    }

    @Test
    void theNearestOfSeveralIsMeant() {
        assertThat(SpellingSuggestion.of("objects.job", List.of("objects.pods", "objects.jobs")))
                .hasValue("objects.jobs");
        assertThat(SpellingSuggestion.of("anything", List.of())).isEmpty();
    }

    @Test
    void aHintIsAQuestionOrAllThatIsKnown() {
        assertThat(SpellingSuggestion.hint("grouth", List.of("growth", "ceiling")))
                .isEqualTo(", did you mean 'growth'?");
        assertThat(SpellingSuggestion.hint("quux", List.of("growth", "ceiling")))
                .isEqualTo(", known are growth, ceiling");
    }

    @Test
    void aSentenceEndsWithAQuestionOnlyWhereSomethingIsNear() {
        assertThat(SpellingSuggestion.meant(Optional.of("zombies"))).isEqualTo("; did you mean 'zombies'?");
        assertThat(SpellingSuggestion.meant(Optional.empty())).isEmpty();
    }
}
