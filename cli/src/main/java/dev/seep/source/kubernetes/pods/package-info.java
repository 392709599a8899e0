/**
 * The selected pods, their running containers, and their faults by their own account.
 *
 * <p>Called by {@code KubernetesSource}. Start with {@link PodFollower}, then {@link PodTracker}.
 */
@NullMarked
package dev.seep.source.kubernetes.pods;

import org.jspecify.annotations.NullMarked;
