package dev.seep.sample;

/** Growth as people write it: {@code 5Mi/h}, {@code 0.1/min}, {@code 2/d}. */
public final class Rates {
    private Rates() {}

    /**
     * The growth per hour.
     *
     * @throws IllegalArgumentException if the text is no rate
     */
    public static double parsePerHour(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw wrong(text);
        }
        double perHour = perHour(text.substring(slash + 1).strip());
        if (Double.isNaN(perHour)) {
            throw wrong(text);
        }
        try {
            return Quantity.parse(text.substring(0, slash)) * perHour;
        } catch (IllegalArgumentException e) {
            throw wrong(text);
        }
    }

    private static double perHour(String unit) {
        return switch (unit) {
            case "s" -> 3600;
            case "m", "min" -> 60;
            case "h" -> 1;
            case "d" -> 1 / 24.0;
            case "w" -> 1 / 168.0;
            default -> Double.NaN;
        };
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "not a rate: '" + text + "': write a quantity per s, min, h, d or w, as in 5Mi/h or 0.1/min");
    }
}
