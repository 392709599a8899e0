package dev.seep.sample;

import java.util.Locale;

/** Numbers with units as people read them: three digits at most, {@code 4.1 MiB}, {@code 31 h}, {@code 0.1/min}. */
public final class Quantity {
    private static final String[] BINARY = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    private static final double HOURS_PER_DAY = 24;

    private Quantity() {}

    /** A value of a metric, such as {@code 256 MiB} or {@code 11}. */
    public static String of(double value, Unit unit) {
        if (!Double.isFinite(value)) {
            return "?";
        }
        return switch (unit) {
            case BYTES -> bytes(value);
            case COUNT -> digits(value);
            case RATIO -> digits(100 * value) + " %";
            case SECONDS -> digits(value) + " s";
        };
    }

    /** A slope, such as {@code 4.1 MiB/h}; counts that are fast are told by the minute. */
    public static String perHour(double slope, Unit unit) {
        boolean fast = unit == Unit.COUNT && Math.abs(slope) >= 300;
        return fast ? digits(slope / 60) + "/min" : of(slope, unit) + "/h";
    }

    /** A slope with its interval, all in one unit: {@code 4.1 MiB/h (95 % 3.9 to 4.4)}. */
    public static String perHour(double slope, double low, double high, Unit unit) {
        String text = perHour(slope, unit);
        double scale = scale(text);
        return text + " (95 % " + digits(low / scale) + " to " + digits(high / scale) + ")";
    }

    private static double scale(String text) {
        if (text.endsWith("/min")) {
            return 60;
        }
        int power = 0;
        for (int i = 0; i < BINARY.length; i++) {
            power = text.endsWith(" " + BINARY[i] + "/h") ? i : power;
        }
        return text.endsWith(" %/h") ? 0.01 : Math.pow(1024, power);
    }

    /** A time, such as {@code 40 s}, {@code 12 min}, {@code 31 h}, {@code 9 days}. */
    public static String hours(double hours) {
        double seconds = 3600 * hours;
        if (!Double.isFinite(seconds)) {
            return "?";
        }
        if (seconds < 90) {
            return digits(Math.ceil(seconds)) + " s";
        }
        if (seconds < 5400) {
            return digits(Math.rint(seconds / 60)) + " min";
        }
        return hours < 3 * HOURS_PER_DAY ? digits(hours) + " h" : digits(Math.rint(hours / HOURS_PER_DAY)) + " days";
    }

    private static String bytes(double value) {
        double left = value;
        int power = 0;
        while (Math.abs(left) >= 1024 && power < BINARY.length - 1) {
            left /= 1024;
            power++;
        }
        return digits(left) + " " + BINARY[power];
    }

    /** At most three digits: 0.123, 4.1, 31, 256, 1240. */
    static String digits(double value) {
        double size = Math.abs(value);
        if (size >= 1e6) {
            return String.format(Locale.ROOT, "%.3g", value);
        }
        int decimals = size >= 10 || size == 0 ? 0 : size >= 1 ? 1 : size >= 0.01 ? 2 : 4;
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
