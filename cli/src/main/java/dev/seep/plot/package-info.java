/**
 * Scales with marks at round values, and pictures of characters: what a report and the live view draw alike.
 *
 * <p>Called by {@code report} and {@code live}. Start with {@link TextPlot}.
 */
@NullMarked
package dev.seep.plot;

import org.jspecify.annotations.NullMarked;
