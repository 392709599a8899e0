/**
 * The node agent: reads the containers of its node in the host's {@code /proc} and cgroups, and serves the readings
 * over HTTP, so that containers can be polled without a shell in them.
 *
 * <p>Started by the command {@code agent}, asked by {@code source.kubernetes}. Start with {@link Agent}.
 */
@NullMarked
package dev.seep.agent;

import org.jspecify.annotations.NullMarked;
