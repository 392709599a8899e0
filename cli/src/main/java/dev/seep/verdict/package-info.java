/**
 * Judgement of a run: trends and events against the policy, over all series together, as findings and one verdict.
 *
 * <p>Called by the commands that run, analyze and explain, by {@code export} while it serves, and by {@code live} for
 * the false discovery rate; {@code report} writes its results. Start with {@link Judge}.
 */
@NullMarked
package dev.seep.verdict;

import org.jspecify.annotations.NullMarked;
