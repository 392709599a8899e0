package dev.seep.verdict.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "fds.open, fds.open, true",
        "fds.open, fds.opened, false",
        "fds.opened, fds.open, false",
        "fds.open, fdsxopen, false",
        "fds.open, Fds.open, false",
        "'', '', true",
        "'', a, false"
    })
    void withoutAStarOnlyTheWholeNameMatches(String glob, String name, boolean matches) {
        assertThat(new Glob(glob).matches(name)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "*, deployment/web.v1, true",
        "*, '', true",
        "memory.*, memory.anon, true",
        "memory.*, memory., true",
        "memory.*, memory, false",
        "*/web, deployment/web, true",
        "*/web, deployment/web-2, false",
        "*a*b, xaxbab, true",
        "*a*b, xaxba, false",
        "a**b, ab, true",
        "a*, a, true",
        "*open*, fds.open, true",
        "*aab, aaaab, true"
    })
    void aStarStandsForAnyCharactersSlashesAndDotsToo(String glob, String name, boolean matches) {
        assertThat(new Glob(glob).matches(name)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "web-?, web-1, true",
        "web-?, web-, false",
        "web-?, web-12, false",
        "?, /, true",
        "?*, '', false",
        "?*?, ab, true",
        "?*?, a, false"
    })
    void aQuestionMarkStandsForOneCharacter(String glob, String name, boolean matches) {
        assertThat(new Glob(glob).matches(name)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"[a-z], a, false", "[a-z], [a-z], true", "a+, aa, false", "a|b, a, false", "'{a,b}', a, false"})
    void nothingElseIsSpecial(String glob, String name, boolean matches) {
        assertThat(new Glob(glob).matches(name)).isEqualTo(matches);
    }

    /** What tries every way to split such a name would not come back. */
    @Test
    @Timeout(60)
    void manyStarsCostNoMoreThanTheyAreLong() {
        assertThat(new Glob("*a".repeat(40) + "b").matches("a".repeat(10_000))).isFalse();
    }
}
