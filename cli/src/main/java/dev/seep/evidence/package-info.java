/** What explains a leak: scripts that look into a target, what they print, and what rose between two looks. No I/O. */
@NullMarked
package dev.seep.evidence;

import org.jspecify.annotations.NullMarked;
