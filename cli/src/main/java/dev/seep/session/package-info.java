/**
 * Soak loop: which target is polled when, over which shell, until when; no I/O of its own. <p>Called by {@code run}.
 * Start with {@link SoakSession}, then {@link Poll}.
 */
@NullMarked
package dev.seep.session;

import org.jspecify.annotations.NullMarked;
