/** Policy against trends, over all series of a run. */
@NullMarked
package dev.seep.verdict;

import org.jspecify.annotations.NullMarked;
