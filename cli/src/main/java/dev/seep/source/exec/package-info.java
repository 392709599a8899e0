/**
 * Execs over a connection, for the sources that run scripts so: one-shot and kept ones, their bounds and deadlines, and
 * the error messages of container runtimes.
 *
 * <p>Called by {@code source.docker} and {@code source.kubernetes}. Start with {@link OneShot}, then
 * {@link KeptSession}.
 */
@NullMarked
package dev.seep.source.exec;

import org.jspecify.annotations.NullMarked;
