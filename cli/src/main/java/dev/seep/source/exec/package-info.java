/**
 * What sources have in common that run scripts over a connection: one-shot and kept execs, their bounds and deadlines,
 * and the words of container runtimes.
 */
@NullMarked
package dev.seep.source.exec;

import org.jspecify.annotations.NullMarked;
