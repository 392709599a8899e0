/** What a person sees while a run goes on. */
@NullMarked
package dev.seep.live;

import org.jspecify.annotations.NullMarked;
