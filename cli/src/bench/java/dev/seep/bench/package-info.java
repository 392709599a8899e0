/** Benchmarks: what polling costs a cluster, and how many targets one process of seep can poll. */
@NullMarked
package dev.seep.bench;

import org.jspecify.annotations.NullMarked;
