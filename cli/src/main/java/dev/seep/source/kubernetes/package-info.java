/**
 * The source that finds the containers of a Kubernetes cluster and runs scripts in them by {@code exec} over
 * WebSockets. Nothing outside this package and those below it knows Kubernetes.
 *
 * <p>Called by {@code run}. Start with {@link KubernetesSource}, which wires the packages below: {@code api} (asks the
 * server) is used by {@code exec} (runs scripts), that by {@code pods} (who is there), and those by {@code objects}
 * (counts, events), {@code standin} (where there is no shell) and {@code job} (runs in the cluster).
 */
@NullMarked
package dev.seep.source.kubernetes;

import org.jspecify.annotations.NullMarked;
