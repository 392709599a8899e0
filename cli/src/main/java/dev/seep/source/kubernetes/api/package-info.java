/**
 * The API server: its address, the account and its rights, and lists and watches of any kind.
 *
 * <p>Called by the packages beside it, and by {@code manifest} for the rules of access. Start with {@link Cluster},
 * then {@link ListWatch}.
 */
@NullMarked
package dev.seep.source.kubernetes.api;

import org.jspecify.annotations.NullMarked;
