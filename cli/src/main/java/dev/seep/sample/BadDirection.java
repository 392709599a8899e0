package dev.seep.sample;

/** Direction of change that is bad for a metric. */
public enum BadDirection implements Worded {
    UP,
    DOWN,
    /** Recorded and shown, but by itself never a reason to fail a run: page cache, a limit. */
    NEITHER;

    /** @throws IllegalArgumentException if no direction has this word */
    public static BadDirection ofWord(String word) {
        return Worded.find(BadDirection.class, word)
                .orElseThrow(() ->
                        new IllegalArgumentException("unknown direction '" + word + "': use up, down or neither"));
    }
}
