package dev.seep.store.line;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times in files. Written as {@code 2026-11-22T21:00:00.123Z}; read from that, from ISO-8601 with any offset or none
 * (then UTC), with a blank for the T, and from numbers since the epoch: seconds, or by their size milli-, micro- or
 * nanoseconds.
 */
public final class Timestamps {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Timestamps() {}

    public static String text(Instant time) {
        return WRITTEN.format(time);
    }

    /** Seconds since the epoch, NaN if the bytes are no time. */
    static double parse(byte[] bytes, int from, int to) {
        boolean date = to - from >= 10 && bytes[from + 4] == '-';
        return date ? iso(bytes, from, to) : epoch(Numbers.parse(bytes, from, to));
    }

    public static Instant instant(double seconds) {
        return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }

    private static double epoch(double number) {
        double size = Math.abs(number);
        if (size < 1e11) {
            return number;
        }
        return size < 1e14 ? number / 1e3 : size < 1e17 ? number / 1e6 : number / 1e9;
    }

    private static double iso(byte[] bytes, int from, int to) {
        int year = digits(bytes, from, from + 4);
        int month = digits(bytes, from + 5, from + 7);
        int day = digits(bytes, from + 8, from + 10);
        if (year < 0 || bytes[from + 7] != '-') {
            return Double.NaN;
        }
        try {
            double midnight = LocalDate.of(year, month, day).toEpochDay() * 86_400.0;
            return to == from + 10 ? midnight : midnight + timeOfDay(bytes, from + 10, to);
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }

    /** Seconds from {@code Thh:mm[:ss[.fraction]][offset]}, its offset taken off. */
    private static double timeOfDay(byte[] bytes, int from, int to) {
        if (to - from < 6 || "Tt ".indexOf(bytes[from]) < 0 || bytes[from + 3] != ':') {
            return Double.NaN;
        }
        int hour = digits(bytes, from + 1, from + 3);
        int minute = digits(bytes, from + 4, from + 6);
        int zone = from + 6;
        while (zone < to && "Zz+-".indexOf(bytes[zone]) < 0) {
            zone++;
        }
        double second = zone == from + 6 ? 0 : bytes[from + 6] == ':' ? Numbers.parse(bytes, from + 7, zone) : -1;
        boolean valid = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 61;
        return valid ? hour * 3600 + minute * 60 + second - offset(bytes, zone, to) : Double.NaN;
    }

    private static double offset(byte[] bytes, int from, int to) {
        if (from == to || (to == from + 1 && (bytes[from] == 'Z' || bytes[from] == 'z'))) {
            return 0;
        }
        boolean colon = to - from == 6 && bytes[from + 3] == ':';
        int hours = to - from < 3 ? -1 : digits(bytes, from + 1, from + 3);
        int minutes = to - from == 3 ? 0 : colon || to - from == 5 ? digits(bytes, to - 2, to) : -1;
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return Double.NaN;
        }
        int seconds = hours * 3600 + minutes * 60;
        return bytes[from] == '-' ? -seconds : seconds;
    }

    private static int digits(byte[] bytes, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
