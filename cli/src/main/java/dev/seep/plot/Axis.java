package dev.seep.plot;

import dev.seep.sample.Quantity;
import dev.seep.sample.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A scale of a picture with its marks at round values.
 *
 * @param low value at the begin
 * @param high value at the end, above {@code low}
 * @param step between marks
 * @param divisor number that marks are divided by to be read, such as 1024
 * @param unit that follows their numbers
 */
public record Axis(double low, double high, double step, double divisor, String unit) {
    private static final int MARKS = 4;
    private static final double[] ROUND = {1, 2, 5, 10};
    private static final String[] BYTES = {" B", " KiB", " MiB", " GiB", " TiB", " PiB"};
    private static final double[] SPANS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800
    };

    /** From the mark below the lowest to the mark above the highest value. */
    public static Axis ofValues(double low, double high, Unit of) {
        int power = of == Unit.BYTES ? power(high) : 0;
        double divisor = of == Unit.RATIO ? 0.01 : Math.pow(1024, power);
        String unit =
                switch (of) {
                    case BYTES -> BYTES[power];
                    case COUNT -> "";
                    case RATIO -> " %";
                    case SECONDS -> " s";
                };
        double range = high > low ? high - low : Math.max(Math.abs(high) * 0.1, divisor);
        double least = of == Unit.COUNT ? 1 : 0;
        double step = Math.max(least, round(range / MARKS / divisor)) * divisor;
        double begin = Math.floor(low / step) * step;
        double end = Math.ceil(high / step) * step;
        return new Axis(begin, end > begin ? end : begin + step, step, divisor, unit);
    }

    /** From 0 to so many seconds. */
    public static Axis ofTime(double seconds) {
        double step = SPANS[SPANS.length - 1];
        for (int i = SPANS.length - 1; i >= 0 && seconds / SPANS[i] <= 2 * MARKS; i--) {
            step = SPANS[i];
        }
        return new Axis(0, seconds, step, 1, "");
    }

    private static int power(double value) {
        int power = 0;
        while (power < BYTES.length - 1 && Math.abs(value) >= 1000 * Math.pow(1024, power)) {
            power++;
        }
        return power;
    }

    private static double round(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : ROUND) {
            if (rough <= factor * power * 1.000001) {
                return factor * power;
            }
        }
        return rough;
    }

    /** 0 at the begin of the scale, 1 at its end. */
    public double share(double value) {
        return (value - low) / (high - low);
    }

    public List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        long count = (long) Math.floor((high - low) / step + 1e-6);
        for (long i = 0; i <= count; i++) {
            marks.add(low + i * step);
        }
        return marks;
    }

    /** A mark in words, with the digits that tell it from the next. */
    public String label(double mark) {
        int digits = Math.max(0, (int) -Math.floor(Math.log10(step / divisor) + 1e-9));
        BigDecimal number = BigDecimal.valueOf(mark / divisor).setScale(Math.min(digits, 9), RoundingMode.HALF_EVEN);
        return String.format(Locale.ROOT, "%,." + number.scale() + "f", number) + unit;
    }

    /** A mark of an axis of time: {@code 30 min}, {@code 2 h}. */
    public static String span(double seconds) {
        return seconds == 0 ? "0" : Quantity.ofHours(seconds / 3600);
    }
}
