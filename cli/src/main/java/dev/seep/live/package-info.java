/**
 * Progress of a run for the person who started it: the full screen, plain lines in a log, and the signals that end it.
 * It shows and ranks, and never judges.
 *
 * <p>Called by the commands that poll. Start with {@link LiveView}, and {@link SeriesRanking} for the data it shows.
 */
@NullMarked
package dev.seep.live;

import org.jspecify.annotations.NullMarked;
