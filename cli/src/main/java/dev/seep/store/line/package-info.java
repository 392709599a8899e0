/**
 * Files of lines: opened packed or not, cut into lines, objects, rows and cells, with the times and numbers in them,
 * and the errors of unreadable ones.
 *
 * <p>Called by the other packages of {@code store}. Start with {@link JsonLines}.
 */
@NullMarked
package dev.seep.store.line;

import org.jspecify.annotations.NullMarked;
