/** The command line: options, wiring, printing, exit codes. Options end here. */
@NullMarked
package dev.seep.command;

import org.jspecify.annotations.NullMarked;
