package dev.seep.source.kubernetes.objects;

import dev.seep.source.exec.Messages;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fields read from the JSON of an Event. */
record EventJson(
        @Nullable Metadata metadata,
        @Nullable Involved involvedObject,
        @Nullable String type,
        @Nullable String reason,
        @Nullable String message,
        @Nullable Long count,
        @Nullable String lastTimestamp,
        @Nullable String eventTime,
        @Nullable Series series) {
    private static final Pattern FAILED_PROBE = Pattern.compile("(Liveness|Startup) probe failed");
    private static final Pattern CONTAINER = Pattern.compile("spec\\.(?:initC|c)ontainers\\{(.+)}");

    record Metadata(@Nullable String uid) {}

    record Involved(
            @Nullable String kind,
            @Nullable String namespace,
            @Nullable String name,
            @Nullable String fieldPath) {}

    record Series(@Nullable Long count, @Nullable String lastObservedTime) {}

    /** The UID of the event itself, empty if it has none. */
    String uid() {
        return metadata == null || metadata.uid() == null ? "" : metadata.uid();
    }

    boolean isWarning() {
        return "Warning".equals(type);
    }

    /** Number of occurrences; old and new recorders count in different places. */
    long times() {
        long plain = count == null ? 1 : count;
        long inSeries = series == null || series.count() == null ? 1 : series.count();
        return Math.max(1, Math.max(plain, inSeries));
    }

    /** Time of the last occurrence, by the clock of its recorder; null if it does not say. */
    @Nullable
    Instant last() {
        String inSeries = series == null ? null : series.lastObservedTime();
        String plain = lastTimestamp == null ? eventTime : lastTimestamp;
        String last = inSeries == null ? plain : inSeries;
        try {
            return last == null ? null : Instant.parse(last);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    boolean isOfNode() {
        return involvedObject != null && "Node".equals(involvedObject.kind());
    }

    /** Namespace of the involved object, empty if that is in none. */
    String namespace() {
        return involvedObject == null ? "" : line(involvedObject.namespace());
    }

    /** Name of the involved object. */
    String name() {
        return involvedObject == null ? "" : line(involvedObject.name());
    }

    /** {@code pod/web-7d9f}. */
    String object() {
        String kind = involvedObject == null ? "" : line(involvedObject.kind()).toLowerCase(Locale.ROOT);
        return kind + "/" + name();
    }

    /**
     * The container of which a probe failed after which the kubelet starts it again, empty if that is not it. That a
     * container is not ready does it no harm.
     */
    String failedProbe() {
        boolean failed =
                "Unhealthy".equals(reason) && FAILED_PROBE.matcher(what()).lookingAt();
        Matcher container = CONTAINER.matcher(failed && involvedObject != null ? line(involvedObject.fieldPath()) : "");
        return container.matches() ? container.group(1) : "";
    }

    /** One word, {@code Unknown} where it gives none. */
    String why() {
        String line = line(reason);
        return line.isEmpty() ? "Unknown" : line;
    }

    String what() {
        return line(message);
    }

    private static String line(@Nullable String text) {
        return text == null ? "" : Messages.line(text);
    }
}
