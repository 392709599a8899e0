/** Fixtures that tests of several packages share. */
@NullMarked
package dev.seep.testing;

import org.jspecify.annotations.NullMarked;
