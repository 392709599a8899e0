/**
 * The waist of seep: what was measured, as immutable values.
 *
 * <pre>
 *   source  probe  session          trend  verdict  report  export
 *        \    |    /                    \    |    /
 *         v   v   v                      v   v   v
 *         ObservationSink  -->  store  -->  Run of Series
 * </pre>
 *
 * <p>The measuring half (left) writes {@link dev.seep.sample.Observation}s, the judging half (right) reads
 * {@link dev.seep.sample.Series}; the halves never import each other.
 */
@NullMarked
package dev.seep.sample;

import org.jspecify.annotations.NullMarked;
