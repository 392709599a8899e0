package dev.seep.source.kubernetes.objects;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields read from a node's JSON. */
record NodeJson(@Nullable Metadata metadata, @Nullable Status status) {
    record Metadata(@Nullable String name) {}

    record Status(@Nullable List<Condition> conditions) {}

    record Condition(
            @Nullable String type,
            @Nullable String status,
            @Nullable String message) {}

    String name() {
        return metadata == null || metadata.name() == null ? "" : metadata.name();
    }

    List<Condition> conditions() {
        return status == null || status.conditions() == null ? List.of() : status.conditions();
    }
}
