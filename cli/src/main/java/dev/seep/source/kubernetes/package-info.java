/**
 * The source that finds the containers of a Kubernetes cluster and runs scripts in them by {@code exec} over
 * WebSockets. Nothing outside this package knows Kubernetes.
 */
@NullMarked
package dev.seep.source.kubernetes;

import org.jspecify.annotations.NullMarked;
