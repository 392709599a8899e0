/**
 * Run folders: begun, written to, put aside in parts, continued, read and followed. {@link dev.seep.store.RunFolder} writes
 * one and is the class to start with; {@link dev.seep.store.RunReader} reads it and tells what is in it.
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
