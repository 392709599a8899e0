/** The Prometheus endpoint: what is polled, what its trends are, and how seep itself does. */
@NullMarked
package dev.seep.export;

import org.jspecify.annotations.NullMarked;
