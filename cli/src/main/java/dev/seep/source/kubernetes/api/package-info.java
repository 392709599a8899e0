/**
 * The API server: which one, as whom, what it allows, and lists and watches of any kind.
 *
 * <p>Start with {@link dev.seep.source.kubernetes.api.Cluster}, then {@link
 * dev.seep.source.kubernetes.api.ListWatch}.
 */
@NullMarked
package dev.seep.source.kubernetes.api;

import org.jspecify.annotations.NullMarked;
