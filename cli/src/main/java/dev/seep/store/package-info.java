/**
 * Run folders: begun, written to, put aside in parts, continued, read and followed.
 *
 * <p>Called by {@code run} and the commands that read runs. Start with {@link RunFolder}, which writes one; {@link
 * RunReader} reads it and tells the format.
 *
 * <pre>
 *   store  -->  csv  -->  sample  -->  line
 * </pre>
 *
 * <p>Each package uses those to the right of it.
 */
@NullMarked
package dev.seep.store;

import org.jspecify.annotations.NullMarked;
