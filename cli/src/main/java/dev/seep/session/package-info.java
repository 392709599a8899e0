/**
 * The soak loop: which target is polled when, over which shell, until when. All its state lives on one thread, the
 * {@link Timeline}.
 *
 * <p>Called by {@code run}; {@code live} shows its status. Start with {@link SoakSession}, then {@link Poll}.
 */
@NullMarked
package dev.seep.session;

import org.jspecify.annotations.NullMarked;
