package dev.seep.source.kubernetes.exec;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import dev.seep.sample.GapReason;
import dev.seep.source.exec.ExecEnd;
import dev.seep.source.exec.Messages;
import dev.seep.source.exec.RuntimeErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code Status} object that a server sends on channel 3 when a command has ended. */
final class StatusFrame {
    private static final Gson GSON = new Gson();

    private record Status(
            @Nullable String status,
            @Nullable String reason,
            @Nullable String message,
            @Nullable Details details) {}

    private record Details(@Nullable List<Cause> causes) {}

    private record Cause(@Nullable String reason, @Nullable String message) {}

    private StatusFrame() {}

    static ExecEnd parse(String json) {
        Status status = status(json);
        if (status == null) {
            return new ExecEnd.Broken(
                    GapReason.FAILED, "the server's exit status is not readable: " + Messages.line(json));
        }
        if ("Success".equals(status.status())) {
            return new ExecEnd.Exit(0);
        }
        Integer code = exitCode(status.details());
        if (code != null) {
            return new ExecEnd.Exit(code);
        }
        String words = status.message() == null ? "no exit status" : Messages.line(status.message());
        return new ExecEnd.Broken(RuntimeErrors.reason(words, GapReason.FAILED), words);
    }

    private static @Nullable Status status(String json) {
        try {
            return GSON.fromJson(json, Status.class);
        } catch (JsonParseException e) {
            return null;
        }
    }

    private static @Nullable Integer exitCode(@Nullable Details details) {
        if (details == null || details.causes() == null) {
            return null;
        }
        for (@Nullable Cause cause : details.causes()) {
            if (cause != null && "ExitCode".equals(cause.reason()) && isCode(cause.message())) {
                return Integer.valueOf(cause.message());
            }
        }
        return null;
    }

    @org.jspecify.annotations.NullUnmarked
    private static boolean isCode(@Nullable String text) {
        return text != null && text.matches("\\d{1,9}");
    }
}
