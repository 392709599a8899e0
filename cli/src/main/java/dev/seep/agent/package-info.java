/** The node agent: reads the containers of its node in the host's {@code /proc} and cgroups, and says what it saw. */
@NullMarked
package dev.seep.agent;

import org.jspecify.annotations.NullMarked;
