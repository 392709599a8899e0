package dev.seep.verdict.policy;

import java.util.Locale;

/** Effect of a leak on the verdict of the run. */
public enum Severity {
    FAIL,
    /** It is shown, and does not fail the run. */
    WARN,
    /** It is not judged. */
    IGNORE;

    /** The word used in files: {@code fail}, {@code warn}, {@code ignore}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if no severity has this word */
    public static Severity ofWord(String word) {
        for (Severity severity : values()) {
            if (severity.word().equals(word)) {
                return severity;
            }
        }
        throw new IllegalArgumentException("unknown severity '" + word + "': use fail, warn or ignore");
    }
}
