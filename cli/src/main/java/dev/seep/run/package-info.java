/**
 * A run as a whole, without a command line: from what was asked for to what is polled, what goes on beside it, and the
 * verdict that is told. Nothing here has seen picocli. Begin with {@link dev.seep.run.Polling}, then {@link
 * dev.seep.run.SoakRun}.
 */
@NullMarked
package dev.seep.run;

import org.jspecify.annotations.NullMarked;
