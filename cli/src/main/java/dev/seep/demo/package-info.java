/**
 * Small processes that leak, or do not, for the demo: no mock-ups, the kernel counts the resources that they hold.
 *
 * <p>Started by the command {@code demo}. Start with {@link DemoKind}.
 */
@NullMarked
package dev.seep.demo;

import org.jspecify.annotations.NullMarked;
