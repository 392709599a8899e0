/**
 * Evidence that explains a leak: the scripts that capture the resources of a target, the parser of their output, and
 * the growth between two captures. No I/O of its own.
 *
 * <p>Called by the commands that poll, now and then during a run and once more at its end. Start with {@link
 * EvidenceScript}.
 */
@NullMarked
package dev.seep.evidence;

import org.jspecify.annotations.NullMarked;
