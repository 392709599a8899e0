package dev.seep.export;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a reader understands, by the headers of its request. */
final class AcceptHeader {
    private AcceptHeader() {}

    /** OpenMetrics for who likes it at least as much as the plain text, the plain text for everybody else. */
    static ExpositionWriter.Format format(@Nullable String accept) {
        double open = quality(accept, "application/openmetrics-text");
        double plain = quality(accept, "text/plain");
        return open > 0 && open >= plain ? ExpositionWriter.Format.OPEN_METRICS : ExpositionWriter.Format.PROMETHEUS;
    }

    static boolean gzip(@Nullable String acceptEncoding) {
        return quality(acceptEncoding, "gzip") > 0;
    }

    /** The highest weight of what is named, 0 if it is not. */
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
