package dev.seep.source;

/**
 * Something went wrong with an object that a source watches. The words are those of the source, each on one line, of a
 * length that people read, and without control characters.
 *
 * @param namespace of the object, empty if it is in none
 * @param object {@code kind/name}, such as {@code pod/web-7d9f}
 * @param reason one word: {@code BackOff}, {@code Evicted} ...
 * @param message more about it, empty if there is nothing to say
 * @param count how many times it has happened since it was told before, at least 1
 */
public record Abnormality(String namespace, String object, String reason, String message, long count) {
    /** @throws IllegalArgumentException if it never happened */
    public Abnormality {
        if (count < 1) {
            throw new IllegalArgumentException(reason + " of " + object + " happened " + count + " times");
        }
    }
}
