/** The soak loop: which target is asked when, over which shell, until when. */
@NullMarked
package dev.seep.session;

import org.jspecify.annotations.NullMarked;
