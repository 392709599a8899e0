/**
 * Objects beside containers: kinds that are counted, and events and nodes that tell of faults.
 *
 * <p>Called by {@code KubernetesSource}. Start with {@link ObjectSource} and {@link EventSource}.
 */
@NullMarked
package dev.seep.source.kubernetes.objects;

import org.jspecify.annotations.NullMarked;
