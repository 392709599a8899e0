package dev.seep.report;

import dev.seep.plot.Axis;
import dev.seep.sample.Quantity;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.verdict.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javax.xml.stream.XMLStreamException;

/** The series of a finding as a picture in SVG: a line for each replica, restarts, and the limit where it is near. */
final class Chart {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 220;
    private static final int LEFT = 76;
    private static final int RIGHT = 12;
    private static final int TOP = 10;
    private static final int BOTTOM = 24;
    private static final int MOST_LINES = 12;
    /** A limit further away than this would press the series flat. */
    private static final double NEAR = 2;

    private final Finding finding;
    private final List<Series> series;
    private final List<Envelope> envelopes;
    private final Axis time;
    private final Axis values;
    private final double begin;

    /** @param members at least one series with a sample */
    Chart(Finding finding, List<Series> members, Run run) {
        this.finding = finding;
        this.series = members.stream()
                .filter(one -> one.size() > 0)
                .sorted(Comparator.comparingDouble(Chart::gain).reversed().thenComparing(Series::name))
                .limit(MOST_LINES)
                .toList();
        this.begin = seconds(run.from());
        this.time =
                Axis.ofTime(Math.max(1, Duration.between(run.from(), run.to()).toMillis() / 1000.0));
        this.envelopes = series.stream()
                .map(one -> Envelope.of(one, begin, time.high(), WIDTH - LEFT - RIGHT))
                .toList();
        double low = extreme(Envelope.Column::low, 1);
        double high = extreme(Envelope.Column::high, -1);
        boolean near = finding.forecast().limit() > low && finding.forecast().limit() <= NEAR * high;
        this.values = Axis.ofValues(
                low,
                near ? Math.max(high, finding.forecast().limit()) : high,
                finding.metric().unit());
    }

    private static double gain(Series series) {
        return series.value(series.size() - 1) - series.value(0);
    }

    private static double seconds(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }

    private double extreme(ToDoubleFunction<Envelope.Column> of, int sign) {
        return sign
                * envelopes.stream()
                        .flatMap(envelope -> envelope.columns().stream())
                        .mapToDouble(column -> sign * of.applyAsDouble(column))
                        .min()
                        .orElse(0);
    }

    void write(Markup svg) throws XMLStreamException {
        svg.begin(
                "svg",
                "viewBox",
                "0 0 " + WIDTH + " " + HEIGHT,
                "role",
                "img",
                "aria-label",
                finding.series() + ": " + FindingText.numbers(finding));
        scales(svg);
        restarts(svg);
        limit(svg);
        for (Envelope envelope : envelopes) {
            for (List<Envelope.Column> life : envelope.lives()) {
                life(svg, life);
            }
        }
        svg.end();
    }

    /** Note on the replicas that the picture leaves out; empty if there are none. */
    String note(int members) {
        return members > series.size()
                ? "the " + series.size() + " that grow most of " + Quantity.count(members) + " replicas"
                : "";
    }

    private void scales(Markup svg) throws XMLStreamException {
        for (double mark : values.marks()) {
            svg.shape("path", "grid", "d", "M" + LEFT + " " + y(mark) + "H" + (WIDTH - RIGHT));
            label(svg, values.label(mark), number(LEFT - 6), number(yAt(mark) + 4), "end");
        }
        for (double mark : time.marks()) {
            label(svg, Axis.span(mark), x(time.share(mark)), number(HEIGHT - 6), "middle");
        }
    }

    private void restarts(Markup svg) throws XMLStreamException {
        for (Envelope envelope : envelopes) {
            for (List<Envelope.Column> life : envelope.lives().stream().skip(1).toList()) {
                String x = x(life.get(0).at());
                svg.shape("path", "restart", "d", "M" + x + " " + TOP + "V" + (HEIGHT - BOTTOM));
            }
        }
    }

    private void limit(Markup svg) throws XMLStreamException {
        double limit = finding.forecast().limit();
        if (limit >= values.low() && limit <= values.high()) {
            svg.shape("path", "limit", "d", "M" + LEFT + " " + y(limit) + "H" + (WIDTH - RIGHT));
            label(svg, "limit", number(WIDTH - RIGHT - 4), number(yAt(limit) - 4), "end");
        }
    }

    private void life(Markup svg, List<Envelope.Column> columns) throws XMLStreamException {
        StringBuilder line = new StringBuilder();
        StringBuilder above = new StringBuilder();
        StringBuilder below = new StringBuilder();
        for (Envelope.Column column : columns) {
            String x = x(column.at());
            line.append(x).append(',').append(y(column.mean())).append(' ');
            above.append(x).append(',').append(y(column.high())).append(' ');
            below.insert(0, x + "," + y(column.low()) + " ");
        }
        svg.shape("polygon", "band", "points", above.append(below).toString().strip());
        svg.shape("polyline", "line", "points", line.toString().strip());
    }

    private static void label(Markup svg, String text, String x, String y, String anchor) throws XMLStreamException {
        svg.text("text", text, "x", x, "y", y, "text-anchor", anchor);
    }

    private static String x(double share) {
        return number(LEFT + share * (WIDTH - LEFT - RIGHT));
    }

    private String y(double value) {
        return number(yAt(value));
    }

    private double yAt(double value) {
        return HEIGHT - BOTTOM - values.share(value) * (HEIGHT - BOTTOM - TOP);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
