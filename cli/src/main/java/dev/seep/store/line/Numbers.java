package dev.seep.store.line;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Numbers in files: independent of the locale, and read without an object per number. */
public final class Numbers {
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };
    /** So many digits are exact in a double, and so is their quotient by a power of ten correctly rounded. */
    private static final int EXACT_DIGITS = 15;

    private Numbers() {}

    /** Whole numbers without a point or exponent, others as Java writes them. */
    public static String text(double value) {
        if (value == Math.rint(value)) {
            return Math.abs(value) < 1e15 ? Long.toString((long) value) : new BigDecimal(value).toPlainString();
        }
        return Double.toString(value);
    }

    /** The number that the bytes spell, NaN if they spell none or one that is not finite. */
    static double parse(byte[] bytes, int from, int to) {
        int at = from;
        boolean negative = at < to && bytes[at] == '-';
        if (negative || (at < to && bytes[at] == '+')) {
            at++;
        }
        long mantissa = 0;
        int digits = 0;
        int point = -1;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9 && digits < EXACT_DIGITS) {
                mantissa = mantissa * 10 + digit;
                digits++;
            } else if (bytes[at] == '.' && point < 0) {
                point = digits;
            } else {
                return slow(bytes, from, to);
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        double value = point < 0 ? mantissa : mantissa / TENS[digits - point];
        return negative ? -value : value;
    }

    private static double slow(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            // Java would take more: hexadecimal numbers, a type suffix, words
            if ("0123456789+-.eE".indexOf(bytes[i]) < 0) {
                return Double.NaN;
            }
        }
        try {
            double value = Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
