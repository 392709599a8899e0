package dev.seep.store;

import dev.seep.sample.Word;

/** Format of samples in files. */
public enum SampleFormat {
    JSONL,
    /** Wide, for spreadsheets. */
    CSV;

    /** The word used in files and as the file's ending: {@code jsonl}, {@code csv}. */
    public String word() {
        return Word.of(this);
    }

    /** @throws IllegalArgumentException if no format has this word */
    public static SampleFormat ofWord(String word) {
        return Word.find(SampleFormat.class, word)
                .orElseThrow(() -> new IllegalArgumentException("unknown format '" + word + "': use jsonl or csv"));
    }
}
