package dev.seep.run;

import org.jspecify.annotations.Nullable;

/** Refusal of a request that makes no sense. The message is one line with the option and the way out. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        this(message, null);
    }

    public UsageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
