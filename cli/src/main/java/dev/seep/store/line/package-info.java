/**
 * What files of lines have in common: opened packed or not, cut into lines, objects, rows and cells, with the times and
 * numbers in them, and how it is said that they cannot be read. {@link dev.seep.store.line.JsonLines} is the class to start
 * with.
 */
@NullMarked
package dev.seep.store.line;

import org.jspecify.annotations.NullMarked;
