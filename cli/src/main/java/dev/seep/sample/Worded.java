package dev.seep.sample;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Enum whose constants have words in files, options and reports: {@code NO_SHELL} is {@code no-shell}. */
public interface Worded {
    String name();

    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant with this word, if there is one. */
    static <E extends Enum<E> & Worded> Optional<E> find(Class<E> type, String word) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.word().equals(word))
                .findFirst();
    }
}
