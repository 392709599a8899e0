package dev.seep.report;

/**
 * Abilities of the terminal, file or pipe that text is printed to.
 *
 * @param colour whether escape sequences for colours are understood and wanted
 * @param unicode whether it shows more than ASCII
 * @param width columns of a line
 */
public record Style(boolean colour, boolean unicode, int width) {
    /** For files and pipes. */
    public static final Style PLAIN = new Style(false, true, 120);
}
