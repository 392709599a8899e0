/** A verdict as text, JSON and other formats. */
@NullMarked
package dev.seep.report;

import org.jspecify.annotations.NullMarked;
