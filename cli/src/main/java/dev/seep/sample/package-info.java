/**
 * The waist of seep: measured values and events, as immutable records, between the half that measures and the half
 * that judges.
 *
 * <pre>
 *   source  probe  session          trend  verdict  report  export
 *        \    |    /                    \    |    /
 *         v   v   v                      v   v   v
 *         ObservationSink  -->  store  -->  Run of Series
 * </pre>
 *
 * <p>The measuring half (left) writes {@link Observation}s, the judging half (right) reads {@link Series}; the halves
 * never import each other. Start with {@link Observation}, then {@link Run}.
 */
@NullMarked
package dev.seep.sample;

import org.jspecify.annotations.NullMarked;
