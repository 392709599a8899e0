package dev.seep.export;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Format that a client accepts, by the header of its request. */
final class AcceptHeader {
    private AcceptHeader() {}

    /** OpenMetrics for who weighs it at least as high as plain text, the plain text for everybody else. */
    static ExpositionWriter.Format format(@Nullable String accept) {
        double open = quality(accept, "application/openmetrics-text");
        double plain = quality(accept, "text/plain");
        return open > 0 && open >= plain ? ExpositionWriter.Format.OPEN_METRICS : ExpositionWriter.Format.PROMETHEUS;
    }

    static boolean gzip(@Nullable String acceptEncoding) {
        return quality(acceptEncoding, "gzip") > 0;
    }

    /** Highest weight of that name, 0 if it is absent. */
    private static double quality(@Nullable String header, String name) {
        double most = 0;
        for (String choice :
                header == null ? new String[0] : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = choice.split(";", -1);
            if (parts[0].strip().equals(name)) {
                most = Math.max(most, weight(parts));
            }
        }
        return most;
    }

    private static double weight(String[] parts) {
        for (String part : parts) {
            String parameter = part.strip();
            if (parameter.startsWith("q=")) {
                try {
                    return Double.parseDouble(parameter.substring(2));
                } catch (NumberFormatException odd) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
