package dev.seep.source.kubernetes.api;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Token that may expire in the middle of a run, so that it is read anew when it is old. */
final class BearerToken {
    private final Source source;
    private final Duration lifetime;
    private @Nullable String token;
    /** Time by {@link System#nanoTime} at which the token was read. */
    private long read;

    /** Where the token of now comes from. */
    interface Source {
        String token() throws IOException;
    }

    BearerToken(Source source, Duration lifetime) {
        this.source = source;
        this.lifetime = lifetime;
    }

    /** One that has just been read. */
    BearerToken(String token, Source source, Duration lifetime) {
        this(source, lifetime);
        this.token = token;
        this.read = System.currentTimeMillis();
    }

    /** By the clock on the wall, which goes on while the machine sleeps, and may be set back. */
    private boolean isOld() {
        long age = System.currentTimeMillis() - read;
        return age < 0 || age > lifetime.toMillis();
    }

    /** The value of the header {@code Authorization}. May run an external program, so it may take seconds. */
    synchronized String header() throws IOException {
        String current = token;
        if (current == null || isOld()) {
            current = source.token();
            token = current;
            read = System.currentTimeMillis();
        }
        String stripped = current.strip();
        if (!stripped.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IOException("the token has a character that no header can hold");
        }
        return "Bearer " + stripped;
    }
}
