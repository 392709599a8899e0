/**
 * Stand-ins for the shell that a container does not have: the agent of its node, the kubelet, or an ephemeral container
 * beside it.
 *
 * <p>Called by {@code KubernetesSource}. Start with {@link dev.seep.source.kubernetes.pods.ShellDecorator}, which each
 * of the ways implements.
 */
@NullMarked
package dev.seep.source.kubernetes.standin;

import org.jspecify.annotations.NullMarked;
