/** Pure mathematics of one series. */
@NullMarked
package dev.seep.trend;

import org.jspecify.annotations.NullMarked;
