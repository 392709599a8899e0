/**
 * Execs over WebSockets in containers, and HTTP endpoints of pods through the API server.
 *
 * <p>Start with {@link dev.seep.source.kubernetes.exec.ContainerShell}, and {@link
 * dev.seep.source.kubernetes.exec.ExecEngine} behind it.
 */
@NullMarked
package dev.seep.source.kubernetes.exec;

import org.jspecify.annotations.NullMarked;
