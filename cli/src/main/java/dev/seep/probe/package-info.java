/**
 * Probes and measurements: scripts for a plain POSIX {@code sh}, and pure parsers of their output. No input or output.
 *
 * <p>Called by {@code session}, which runs the scripts, and by {@code agent}, which reads the same files without one.
 * Start with {@link ProbeSet}, and {@link Measurement} for all beside it.
 */
@NullMarked
package dev.seep.probe;

import org.jspecify.annotations.NullMarked;
