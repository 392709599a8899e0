/** What is measured: scripts for a plain POSIX {@code sh}, and pure parsers of what they print. No input or output. */
@NullMarked
package dev.seep.probe;

import org.jspecify.annotations.NullMarked;
