package dev.seep.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RasterTest {
    private static final int COLUMNS = 4;
    private static final int ROWS = 2;

    private final Raster braille = new Raster(COLUMNS, ROWS, true);
    private final Raster ascii = new Raster(COLUMNS, ROWS, false);

    @Test
    void putsTheCornersIntoTheCorners() {
        braille.dot(0, 0);
        braille.dot(0, 1);
        braille.dot(1, 0);
        braille.dot(1, 1);

        assertThat(picture(braille)).isEqualTo("⠁  ⠈\n⡀  ⢀");
    }

    @Test
    void hasEightDotsInACell() {
        for (int x = 0; x < 2; x++) {
            for (int y = 0; y < 4; y++) {
                braille.dot(x / 7.0, y / 7.0);
            }
        }
        braille.dot(1 / 7.0, 1 / 7.0);

        assertThat(picture(braille)).isEqualTo("    \n⣿   ");
    }

    @Test
    void showsInAsciiWhereThereAreFewDotsAndWhereMany() {
        ascii.dot(0, 0);
        ascii.dot(0, 1 / 7.0);
        ascii.dot(1, 0);
        ascii.dot(1, 1 / 7.0);
        ascii.dot(1, 2 / 7.0);

        assertThat(picture(ascii)).isEqualTo("    \n.  :");
    }

    @Test
    void leavesOutWhatIsOutside() {
        for (double outside : new double[] {-0.2, 1.2, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            braille.dot(outside, 0.5);
            braille.dot(0.5, outside);
            braille.mark(1, outside, "x");
        }
        braille.mark(-1, 0.5, "x");
        braille.mark(COLUMNS, 0.5, "x");
        braille.rule(-1, "x");
        braille.rule(COLUMNS, "x");

        assertThat(picture(braille)).isBlank();
    }

    @Test
    void showsTheLastMarkInFrontOfDots() {
        ascii.dot(0, 0);
        ascii.mark(0, 0, "o");
        ascii.mark(0, 0, "#");

        assertThat(picture(ascii)).isEqualTo("    \n#   ");
    }

    @Test
    void drawsARuleBehindDotsAndMarks() {
        ascii.dot(0.4, 1);
        ascii.rule(1, "!");
        ascii.mark(2, 0, "o");
        ascii.rule(2, "!");

        assertThat(picture(ascii)).isEqualTo(" .! \n !o ");
    }

    @Test
    void tellsTheRowOfAHeight() {
        assertThat(braille.row(1)).isZero();
        assertThat(braille.row(0.6)).isZero();
        assertThat(braille.row(0.4)).isEqualTo(1);
        assertThat(braille.row(0)).isEqualTo(1);
    }

    private static String picture(Raster raster) {
        return IntStream.range(0, ROWS).mapToObj(raster::line).collect(Collectors.joining("\n"));
    }
}
