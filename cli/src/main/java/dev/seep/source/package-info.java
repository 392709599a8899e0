/**
 * Sources of targets: the contract between those who find containers and processes and those who poll them. Each kind
 * of source has a package of its own below this one.
 *
 * <p>Called by {@code run} and {@code session}. Start with {@link TargetSource}, then {@link Shell}.
 */
@NullMarked
package dev.seep.source;

import org.jspecify.annotations.NullMarked;
