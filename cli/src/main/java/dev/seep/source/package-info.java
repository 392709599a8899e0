/** What a source of targets is. Each kind of source has a package of its own below this one. */
@NullMarked
package dev.seep.source;

import org.jspecify.annotations.NullMarked;
