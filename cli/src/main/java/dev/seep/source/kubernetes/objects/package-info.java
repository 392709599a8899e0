/**
 * What is not a container: objects that are counted, and events and nodes that say what goes wrong.
 *
 * <p>Start with {@link dev.seep.source.kubernetes.objects.ObjectSource} and {@link
 * dev.seep.source.kubernetes.objects.EventSource}.
 */
@NullMarked
package dev.seep.source.kubernetes.objects;

import org.jspecify.annotations.NullMarked;
