/**
 * Command line: options, help, exit codes. Options end here, as records of {@code dev.seep.run}, which does the work.
 * <p>Called by {@code Main}. Start with {@link Cli}, then {@link RunCommand}.
 */
@NullMarked
package dev.seep.command;

import org.jspecify.annotations.NullMarked;
