/** Run folders and series files: writing, appending, recovering, reading. */
@NullMarked
package dev.seep.store;

import org.jspecify.annotations.NullMarked;
