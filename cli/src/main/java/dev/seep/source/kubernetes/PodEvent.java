package dev.seep.source.kubernetes;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import dev.seep.source.exec.Messages;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One line of a watch. */
sealed interface PodEvent {
    /** The pod is there, new or changed. */
    record Seen(PodRecord pod, String version) implements PodEvent {}

    record Deleted(PodRecord pod, String version) implements PodEvent {}

    /** Nothing changed up to this version. */
    record Bookmark(String version) implements PodEvent {}

    /** The server ends the watch, most often because the version that it started from is too old. */
    record Failure(Refusal refusal) implements PodEvent {}

    Gson GSON = new Gson();

    /** The same line read with different eyes: {@code status} is an object in a pod and a word in an error. */
    record Type(@Nullable String type) {}

    record PodLine(@Nullable PodJson object) {}

    record ErrorLine(@Nullable Status object) {}

    record Status(int code, @Nullable String message) {}

    /** @throws IllegalArgumentException if the line is no such event */
    static PodEvent parse(String line, PodMapper mapper) {
        try {
            Type type = GSON.fromJson(line, Type.class);
            String word = type == null || type.type() == null ? "" : type.type();
            return "ERROR".equals(word) ? error(line) : ofPod(word, line, mapper);
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("no event of a watch: " + Messages.line(line), e);
        }
    }

    private static PodEvent error(String line) {
        ErrorLine error = GSON.fromJson(line, ErrorLine.class);
        if (error.object() == null) {
            throw new IllegalArgumentException("an error without a status: " + Messages.line(line));
        }
        String message = error.object().message();
        return new Failure(
                new Refusal(error.object().code(), message == null ? "" : Messages.line(message), Duration.ZERO));
    }

    private static PodEvent ofPod(String type, String line, PodMapper mapper) {
        PodJson pod = GSON.fromJson(line, PodLine.class).object();
        if (pod == null || pod.metadata() == null || pod.metadata().resourceVersion() == null) {
            throw new IllegalArgumentException("an event without a version: " + Messages.line(line));
        }
        String version = pod.metadata().resourceVersion();
        return switch (type) {
            case "ADDED", "MODIFIED" -> new Seen(mapper.map(pod), version);
            case "DELETED" -> new Deleted(mapper.map(pod), version);
            case "BOOKMARK" -> new Bookmark(version);
            default -> throw new IllegalArgumentException("an event of unknown type: " + Messages.line(line));
        };
    }
}
