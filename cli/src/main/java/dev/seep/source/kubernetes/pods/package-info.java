/**
 * Which pods are meant, which containers of them run, and what is wrong with them by their own account.
 *
 * <p>Start with {@link dev.seep.source.kubernetes.pods.PodFollower}, then {@link
 * dev.seep.source.kubernetes.pods.PodTracker}.
 */
@NullMarked
package dev.seep.source.kubernetes.pods;

import org.jspecify.annotations.NullMarked;
