/**
 * The source that finds the containers of Docker or Podman on this machine and runs scripts in them, over the engine's
 * socket and the part of Docker's API that both speak.
 *
 * <p>Called by {@code run}. Start with {@link DockerSource}, then {@link Engine}.
 */
@NullMarked
package dev.seep.source.docker;

import org.jspecify.annotations.NullMarked;
