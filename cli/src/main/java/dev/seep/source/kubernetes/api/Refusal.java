package dev.seep.source.kubernetes.api;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import dev.seep.source.exec.Messages;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Answer of the API server that refuses a request.
 *
 * @param code of HTTP
 * @param words of the server, on one line; empty if it said nothing
 * @param retryAfter pause that it asks for, zero if it does not say
 */
public record Refusal(int code, String words, Duration retryAfter) {
    private static final Gson GSON = new Gson();
    private static final int TOO_MANY = 429;
    private static final Duration LEAST_REST = Duration.ofSeconds(1);

    /** The part of a {@code Status} object that is for people. */
    private record Status(@Nullable String message) {}

    /** @param retryAfter the header of that name, null if there is none */
    public static Refusal of(int code, String body, @Nullable String retryAfter) {
        Duration rest = seconds(retryAfter);
        boolean unsaid = code == TOO_MANY && rest.isZero(); // not every gateway says how long
        return new Refusal(code, words(body), unsaid ? LEAST_REST : rest);
    }

    private static String words(String body) {
        try {
            Status status = GSON.fromJson(body, Status.class);
            String message = status == null ? null : status.message();
            return Messages.line(message == null ? body : message);
        } catch (JsonSyntaxException e) {
            return Messages.line(body);
        }
    }

    private static Duration seconds(@Nullable String header) {
        return header != null && header.matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(header))
                : Duration.ZERO;
    }

    /** {@code 403: pods is forbidden ...}. */
    @Override
    public String toString() {
        return words.isEmpty() ? "HTTP " + code : "HTTP " + code + ": " + words;
    }
}
