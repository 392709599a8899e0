/** Processes of this machine as targets: a tree of them is what a container is on a cluster. */
@NullMarked
package dev.seep.source.local;

import org.jspecify.annotations.NullMarked;
