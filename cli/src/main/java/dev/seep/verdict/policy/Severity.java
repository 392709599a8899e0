package dev.seep.verdict.policy;

import dev.seep.sample.Word;

/** Effect of a leak on the verdict of the run. */
public enum Severity {
    FAIL,
    /** It is shown, and does not fail the run. */
    WARN,
    /** It is not judged. */
    IGNORE;

    /** The word used in files: {@code fail}, {@code warn}, {@code ignore}. */
    public String word() {
        return Word.of(this);
    }

    /** @throws IllegalArgumentException if no severity has this word */
    public static Severity ofWord(String word) {
        return Word.find(Severity.class, word)
                .orElseThrow(() ->
                        new IllegalArgumentException("unknown severity '" + word + "': use fail, warn or ignore"));
    }
}
