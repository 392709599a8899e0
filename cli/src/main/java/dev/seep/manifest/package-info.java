/**
 * Manifests for running seep inside a cluster: values in, YAML text out. Begin with {@code job.yaml} and its neighbours
 * among the resources, then {@link dev.seep.manifest.PollingManifest}.
 */
@NullMarked
package dev.seep.manifest;

import org.jspecify.annotations.NullMarked;
