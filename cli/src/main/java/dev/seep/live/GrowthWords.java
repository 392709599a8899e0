package dev.seep.live;

import dev.seep.live.TableRow.Tendency;
import dev.seep.sample.Quantity;
import dev.seep.sample.Series;
import dev.seep.sample.Unit;
import dev.seep.trend.Slope;
import dev.seep.trend.Trend;

/** Growth of one series so far in words, with no more digits than its interval bears. */
record GrowthWords(TableRow row) {
    private static final String FLAT = "flat";
    private static final String UNKNOWN = "-";

    /** {@code 4.1 MiB/h}; {@code flat} if it is none, {@code -} where nothing is certain. */
    String alone() {
        if (isFlat()) {
            return FLAT;
        }
        return isCertain() ? Quantity.perHour(rounded().perHour(), unit()) : UNKNOWN;
    }

    /**
     * With its 95 % interval: {@code 4.1 MiB/h (95 % 3.9 to 4.4)}; {@code up to 5 MiB/h} where it may be none, {@code
     * flat} if it is none.
     */
    String withInterval() {
        if (isFlat()) {
            return FLAT;
        }
        if (isCertain()) {
            Slope slope = rounded();
            return Quantity.perHour(slope.perHour(), slope.low(), slope.high(), unit());
        }
        return slope().high() > 0 ? "up to " + Quantity.perHour(rounded().high(), unit()) : UNKNOWN;
    }

    private boolean isFlat() {
        Series course = row.rankedSeries().course();
        double hours = course.size() == 0 ? 0 : (course.seconds(course.size() - 1) - course.seconds(0)) / 3600;
        boolean none = Math.abs(slope().perHour()) * hours < least(unit());
        return isCertain() ? none : row.tendency() == Tendency.STEADY;
    }

    /** Whether the interval leaves no doubt that it changes, or there is none. */
    private boolean isCertain() {
        Slope slope = slope();
        boolean around = slope.low() <= 0 && slope.high() >= 0;
        return !Double.isNaN(slope.perHour()) && (!around || slope.low() == slope.high());
    }

    /** Half of the least change that a person would see in the value. */
    private static double least(Unit unit) {
        return switch (unit) {
            case BYTES, COUNT -> 0.5;
            case RATIO, SECONDS -> 0.00005;
        };
    }

    private Slope slope() {
        Trend trend = row.trend();
        return trend == null ? Slope.NONE : trend.slope();
    }

    private Unit unit() {
        return row.rankedSeries().metric().unit();
    }

    /** To two digits of half of the interval. */
    private Slope rounded() {
        Slope slope = slope();
        double half = (slope.high() - slope.low()) / 2;
        if (!(half > 0)) {
            return slope;
        }
        double step = Math.pow(10, Math.floor(Math.log10(half)) - 1);
        return new Slope(rounded(slope.perHour(), step), rounded(slope.low(), step), rounded(slope.high(), step));
    }

    private static double rounded(double value, double step) {
        return Math.rint(value / step) * step;
    }
}
