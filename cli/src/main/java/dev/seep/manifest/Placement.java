package dev.seep.manifest;

import org.jspecify.annotations.Nullable;

/**
 * Placement of seep in a cluster: names, image and storage.
 *
 * @param name of every object
 * @param namespace that they are put into
 * @param image that runs seep
 * @param storage size of the run folder's volume, such as {@code 1Gi}
 * @param storageClass of that volume, null for the cluster's default
 */
public record Placement(
        String name,
        String namespace,
        String image,
        String storage,
        @Nullable String storageClass) {}
