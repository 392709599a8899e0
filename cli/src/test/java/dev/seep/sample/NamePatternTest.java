package dev.seep.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
    @ParameterizedTest
    @CsvSource({
        "'', true",
        "*, true",
        "cart/app mem, true",
        "cart*anon, true",
        "SHOP CART, true",
        "c?rt, true",
        "mem cart, false",
        "cart?app?app, false",
        "[a-z], false",
        "\\E, false",
    })
    void findsPartsInOrder(String text, boolean finds) {
        assertThat(NamePattern.of(text).finds("shop/deployment/Cart/app memory.anon"))
                .isEqualTo(finds);
    }
}
