package dev.seep.sample;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Words of constants, as files, options and reports have them: {@code NO_SHELL} is {@code no-shell}. */
public final class Word {
    private Word() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant with this word, if there is one. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> of(constant).equals(word))
                .findFirst();
    }
}
