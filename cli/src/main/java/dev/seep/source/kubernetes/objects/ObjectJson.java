package dev.seep.source.kubernetes.objects;

import dev.seep.source.exec.Messages;
import dev.seep.source.kubernetes.api.ObjectKind;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Fields read from an object's JSON; the rest, which is most of it, is skipped without being kept. */
record ObjectJson(@Nullable Metadata metadata, @Nullable Status status) {
    record Metadata(
            @Nullable String uid,
            @Nullable String namespace,
            @Nullable String resourceVersion,
            @Nullable String creationTimestamp,
            @Nullable String deletionTimestamp,
            @Nullable List<Owner> ownerReferences) {
        boolean isOfJob() {
            return ownerReferences != null
                    && ownerReferences.stream().anyMatch(owner -> owner != null && "Job".equals(owner.kind()));
        }
    }

    record Owner(@Nullable String kind) {}

    record Status(@Nullable String phase, @Nullable List<Condition> conditions) {}

    record Condition(@Nullable String type, @Nullable String status) {}

    /** @throws IllegalArgumentException if that is not an object */
    CountedObject counted(ObjectKind kind) {
        if (metadata == null || metadata.uid() == null) {
            throw new IllegalArgumentException("an object without a uid");
        }
        return new CountedObject(
                metadata.uid(),
                metadata.namespace() == null ? "" : metadata.namespace(),
                time(metadata.creationTimestamp()),
                time(metadata.deletionTimestamp()),
                kind.hasState() ? state(kind) : "",
                metadata.isOfJob());
    }

    private String state(ObjectKind kind) {
        if (kind.resource().equals("pods")) {
            return status == null || status.phase() == null
                    ? "unknown"
                    : status.phase().toLowerCase(Locale.ROOT);
        }
        boolean finished = status != null
                && status.conditions() != null
                && status.conditions().stream().anyMatch(ObjectJson::isEnd);
        return finished ? "finished" : "active";
    }

    private static boolean isEnd(Condition condition) {
        return "True".equals(condition.status())
                && ("Complete".equals(condition.type()) || "Failed".equals(condition.type()));
    }

    private static long time(@Nullable String text) {
        try {
            return text == null ? CountedObject.NEVER : Instant.parse(text).getEpochSecond();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a time: '" + Messages.line(text) + "'", e);
        }
    }
}
