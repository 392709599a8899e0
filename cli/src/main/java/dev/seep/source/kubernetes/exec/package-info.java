/**
 * Execs over WebSockets in containers, and HTTP endpoints of pods through the API server.
 *
 * <p>Called by {@code pods}, {@code standin} and {@code job}. Start with {@link ContainerShell}, and {@link ExecEngine}
 * behind it.
 */
@NullMarked
package dev.seep.source.kubernetes.exec;

import org.jspecify.annotations.NullMarked;
