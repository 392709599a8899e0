package dev.seep.export;

import java.io.IOException;

/** Writer of metric families in one of the two text formats. A family's samples follow it. */
final class ExpositionWriter {
    /** The formats: Prometheus text 0.0.4 and OpenMetrics 1.0. */
    enum Format {
        PROMETHEUS("text/plain; version=0.0.4; charset=utf-8"),
        OPEN_METRICS("application/openmetrics-text; version=1.0.0; charset=utf-8");

        private final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }

        String contentType() {
            return contentType;
        }
    }

    private final Format format;
    private final Appendable out;

    ExpositionWriter(Format format, Appendable out) {
        this.format = format;
        this.out = out;
    }

    void gauge(String name, String help) throws IOException {
        family(name, name, "gauge", help);
    }

    /** @param name with its {@code _total}, which OpenMetrics has on the samples alone */
    void counter(String name, String help) throws IOException {
        String bare = name.substring(0, name.length() - "_total".length());
        family(format == Format.OPEN_METRICS ? bare : name, bare, "counter", help);
    }

    void histogram(String name, String help) throws IOException {
        family(name, name, "histogram", help);
    }

    /** States of which one is true; the label of the state has the name of the family. */
    void stateSet(String name, String help) throws IOException {
        family(name, name, format == Format.OPEN_METRICS ? "stateset" : "gauge", help);
    }

    private void family(String name, String bare, String type, String help) throws IOException {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        if (format == Format.OPEN_METRICS && (bare.endsWith("_bytes") || bare.endsWith("_seconds"))) {
            String unit = bare.substring(bare.lastIndexOf('_') + 1);
            out.append("# UNIT ").append(name).append(' ').append(unit).append('\n');
        }
    }

    /** A value that is none is left out. */
    void sample(String name, String labels, double value) throws IOException {
        if (Double.isNaN(value)) {
            return;
        }
        out.append(name);
        if (!labels.isEmpty()) {
            out.append('{').append(labels).append('}');
        }
        out.append(' ').append(text(value)).append('\n');
    }

    void end() throws IOException {
        if (format == Format.OPEN_METRICS) {
            out.append("# EOF\n");
        }
    }

    private static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        } else if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return Double.toString(value);
    }
}
