/**
 * Verdicts and explanations as text, JSON, Markdown, HTML, JUnit XML and GitHub annotations. The numbers come from
 * {@code verdict}; nothing is judged here.
 *
 * <p>Called by the commands once a run is judged. Start with {@link Report}, and {@link TextReport} for an example.
 */
@NullMarked
package dev.seep.report;

import org.jspecify.annotations.NullMarked;
