/**
 * Command line: options, help, exit codes. Options end here, as records of {@code run}, which does the work.
 *
 * <p>Called by {@code Main} alone. Start with {@link Cli}, then {@link RunCommand}.
 */
@NullMarked
package dev.seep.command;

import org.jspecify.annotations.NullMarked;
