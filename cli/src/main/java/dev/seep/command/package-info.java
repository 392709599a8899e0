/**
 * The command line: options, wiring, exit codes. Options end here, as records of {@code dev.seep.run}. Begin with {@link
 * dev.seep.command.Cli}, then {@link dev.seep.command.RunCommand}.
 */
@NullMarked
package dev.seep.command;

import org.jspecify.annotations.NullMarked;
