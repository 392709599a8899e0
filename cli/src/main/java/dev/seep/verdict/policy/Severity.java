package dev.seep.verdict.policy;

import dev.seep.sample.Worded;

/** Effect of a leak on the verdict of the run. */
public enum Severity implements Worded {
    FAIL,
    /** It is shown, and does not fail the run. */
    WARN,
    /** It is not judged. */
    IGNORE;

    /** @throws IllegalArgumentException if no severity has this word */
    public static Severity ofWord(String word) {
        return Worded.find(Severity.class, word)
                .orElseThrow(() ->
                        new IllegalArgumentException("unknown severity '" + word + "': use fail, warn or ignore"));
    }
}
