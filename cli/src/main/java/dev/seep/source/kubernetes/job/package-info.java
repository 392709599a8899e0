/**
 * A run that goes on inside the cluster as a Job, seen from outside, and how its folder gets here.
 *
 * <p>Start with {@link dev.seep.source.kubernetes.job.SoakJob}.
 */
@NullMarked
package dev.seep.source.kubernetes.job;

import org.jspecify.annotations.NullMarked;
