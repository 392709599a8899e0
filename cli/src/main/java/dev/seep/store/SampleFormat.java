package dev.seep.store;

import dev.seep.sample.Worded;

/** Format of samples in files. */
public enum SampleFormat implements Worded {
    JSONL,
    /** Wide, for spreadsheets. */
    CSV;

    /** @throws IllegalArgumentException if no format has this word */
    public static SampleFormat ofWord(String word) {
        return Worded.find(SampleFormat.class, word)
                .orElseThrow(() -> new IllegalArgumentException("unknown format '" + word + "': use jsonl or csv"));
    }
}
