package dev.seep.source.kubernetes.pods;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Owner {@code kind/name} of the command line, parsed. */
public record OwnerName(OwnerKind kind, String name) {
    /** @throws IllegalArgumentException if it is no such name */
    public static OwnerName parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2 || !parts[1].matches("[a-z0-9]([-a-z0-9.]*[a-z0-9])?")) {
            throw new IllegalArgumentException("'" + text + "' is not kind/name, such as deployment/web");
        }
        OwnerKind kind = OwnerKind.of(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("unknown kind '" + parts[0] + "' in '" + text
                        + "'; known are "
                        + Arrays.stream(OwnerKind.values()).map(OwnerKind::word).collect(Collectors.joining(", "))));
        return new OwnerName(kind, parts[1]);
    }

    /** {@code deployment/web}. */
    @Override
    public String toString() {
        return kind.word() + "/" + name;
    }
}
