/**
 * A run as a whole, without a command line: choice of the source, polling, evidence, early end, and the published
 * verdict. Nothing here has seen picocli.
 *
 * <p>Called by {@code command}. Start with {@link Polling}, then {@link SoakRun}.
 */
@NullMarked
package dev.seep.run;

import org.jspecify.annotations.NullMarked;
