/** Manifests for running seep inside a cluster: values in, YAML text out. */
@NullMarked
package dev.seep.manifest;

import org.jspecify.annotations.NullMarked;
