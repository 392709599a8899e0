package dev.seep.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a simulated cluster saw, one line for each event: microseconds since 1970, what, pod, sequence number of a
 * question or 0.
 */
final class EventLog implements AutoCloseable {
    /** What can be seen. */
    enum What {
        RUNNING,
        GONE,
        OPEN,
        CLOSED,
        QUESTION
    }

    /** A line of the ledger. */
    record Entry(long micros, What what, String pod, long sequence) {
        static Entry parse(String line) {
            String[] words = line.split(",", -1);
            return new Entry(Long.parseLong(words[0]), What.valueOf(words[1]), words[2], Long.parseLong(words[3]));
        }

        String line() {
            return micros + "," + what + "," + pod + "," + sequence;
        }
    }

    private final BufferedWriter file;

    EventLog(Path path) throws IOException {
        this.file = Files.newBufferedWriter(path);
    }

    static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    void write(What what, String pod, long sequence) {
        String line = new Entry(now(), what, pod, sequence).line();
        try {
            synchronized (file) {
                file.write(line);
                file.newLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (file) {
            file.close();
        }
    }
}
