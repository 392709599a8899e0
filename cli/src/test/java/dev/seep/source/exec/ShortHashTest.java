package dev.seep.source.exec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortHashTest {
    @Test
    void isTheSameInEveryRun() {
        // The beginning of SHA-256, as sha256sum prints it.
        assertThat(ShortHash.of("")).isEqualTo("e3b0c442");
        assertThat(ShortHash.of("abc")).isEqualTo("ba7816bf");
    }

    @Test
    void namesOutsideLatinHaveOneToo() {
        assertThat(ShortHash.of("größe")).hasSize(8).isNotEqualTo(ShortHash.of("grosse"));
    }
}
