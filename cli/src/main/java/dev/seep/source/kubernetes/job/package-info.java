/**
 * A run that goes on inside the cluster as a Job, seen from outside, and the download of its folder.
 *
 * <p>Called by the command {@code collect}. Start with {@link SoakJob}.
 */
@NullMarked
package dev.seep.source.kubernetes.job;

import org.jspecify.annotations.NullMarked;
