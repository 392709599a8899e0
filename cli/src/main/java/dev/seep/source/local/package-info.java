/**
 * Processes of this machine as targets: a process tree here stands for a container on a cluster.
 *
 * <p>Called by {@code run} and the command {@code demo}. Start with {@link LocalSource}, then {@link ProcessTree}.
 */
@NullMarked
package dev.seep.source.local;

import org.jspecify.annotations.NullMarked;
