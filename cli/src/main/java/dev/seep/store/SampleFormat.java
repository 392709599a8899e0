package dev.seep.store;

import java.util.Locale;

/** How samples are written. */
public enum SampleFormat {
    JSONL,
    /** Wide, for spreadsheets. */
    CSV;

    /** The word used in files and as the file's ending: {@code jsonl}, {@code csv}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if no format has this word */
    public static SampleFormat ofWord(String word) {
        for (SampleFormat format : values()) {
            if (format.word().equals(word)) {
                return format;
            }
        }
        throw new IllegalArgumentException("unknown format '" + word + "': use jsonl or csv");
    }
}
