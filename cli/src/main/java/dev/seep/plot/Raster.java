package dev.seep.plot;

/**
 * A picture of characters: braille dots, two by four in a cell, or plain ASCII, with marks in front of them.
 */
final class Raster {
    private static final int BRAILLE = 0x2800;
    /** Bit of each dot in a cell, by row and column; Unicode 15, section 21.1. */
    private static final int[][] BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private final int columns;
    private final int rows;
    private final int[][] dots;
    private final String[][] marks;
    private final boolean unicode;

    Raster(int columns, int rows, boolean unicode) {
        this.columns = columns;
        this.rows = rows;
        this.unicode = unicode;
        this.dots = new int[rows][columns];
        this.marks = new String[rows][columns];
    }

    /** @param x 0 to 1 from the left, y 0 to 1 from below; points outside are left out */
    void dot(double x, double y) {
        int dotX = (int) Math.floor(x * (columns * 2 - 1) + 0.5);
        int dotY = (int) Math.floor((1 - y) * (rows * 4 - 1) + 0.5);
        if (dotX >= 0 && dotY >= 0 && dotX < columns * 2 && dotY < rows * 4) {
            dots[dotY / 4][dotX / 2] |= BITS[dotY % 4][dotX % 2];
        }
    }

    /** Puts a mark in front of the dots; the last one wins. */
    void mark(int column, double y, String mark) {
        int row = row(y);
        if (column >= 0 && column < columns && row >= 0 && row < rows) {
            marks[row][column] = mark;
        }
    }

    /** Draws down the whole column, behind marks and dots. */
    void rule(int column, String mark) {
        for (int row = 0; row < rows; row++) {
            if (column >= 0 && column < columns && dots[row][column] == 0 && marks[row][column] == null) {
                marks[row][column] = mark;
            }
        }
    }

    /** The row in which a height is, 0 at the top, negative above it. */
    int row(double y) {
        return Math.floorDiv((int) Math.floor((1 - y) * (rows * 4 - 1) + 0.5), 4);
    }

    String line(int row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            String mark = marks[row][column];
            line.append(mark != null ? mark : cell(dots[row][column]));
        }
        return line.toString();
    }

    private String cell(int bits) {
        if (bits == 0) {
            return " ";
        }
        return unicode ? Character.toString(BRAILLE + bits) : Integer.bitCount(bits) > 2 ? ":" : ".";
    }
}
