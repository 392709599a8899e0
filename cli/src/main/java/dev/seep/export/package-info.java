/**
 * The Prometheus endpoint: present values, judged trends, and metrics of seep itself.
 *
 * <p>Called by {@code run} while it polls, and by {@code agent}, which remembers nothing. Start with {@link Exporter},
 * then {@link MetricsState}.
 */
@NullMarked
package dev.seep.export;

import org.jspecify.annotations.NullMarked;
