/** Small processes that leak, or do not, for the demo: no mock-ups, the kernel counts what they hold. */
@NullMarked
package dev.seep.demo;

import org.jspecify.annotations.NullMarked;
