/**
 * Manifests for running seep inside a cluster: values in, YAML text out.
 *
 * <p>Called by the {@code manifest} commands, and by {@code run} for the rights that an account lacks. Start with
 * {@code job.yaml} and its neighbours among the resources, then {@link PollingManifest}.
 */
@NullMarked
package dev.seep.manifest;

import org.jspecify.annotations.NullMarked;
