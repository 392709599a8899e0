package dev.seep.store.sample;

import dev.seep.sample.GapReason;
import dev.seep.sample.Metric;
import dev.seep.sample.Observation;
import dev.seep.sample.Target;
import dev.seep.store.line.Numbers;
import dev.seep.store.line.Timestamps;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writer of the lines that {@link CsvSamples} reads. */
public final class CsvObservations implements ObservationLines {
    private final List<String> metrics;

    public CsvObservations(List<Metric> metrics) {
        this.metrics = metrics.stream().map(Metric::name).toList();
    }

    @Override
    public byte[] header() {
        StringBuilder header = new StringBuilder(String.join(",", CsvSamples.FIRST_COLUMNS));
        metrics.forEach(metric -> header.append(',').append(cell(metric)));
        return end(header.append(',').append(CsvSamples.GAP_COLUMN));
    }

    @Override
    public byte[] line(Observation observation) {
        Target target = observation.target();
        StringBuilder line = new StringBuilder(Timestamps.text(observation.time()));
        line.append(',').append(cell(target.namespace()));
        line.append(',').append(cell(target.name()));
        line.append(',').append(target.container() == null ? "" : cell(target.container()));
        line.append(',').append(cell(observation.life()));
        for (String metric : metrics) {
            Double value = observation.values().get(metric);
            line.append(',').append(value == null ? "" : Numbers.text(value));
        }
        return end(line.append(',').append(cell(gaps(observation.gaps()))));
    }

    private static String gaps(Map<String, GapReason> gaps) {
        return new TreeMap<>(gaps)
                .entrySet().stream()
                        .map(gap -> gap.getKey() + "=" + gap.getValue().word())
                        .collect(Collectors.joining(" "));
    }

    /** Quoted by RFC 4180, and with an apostrophe before a formula of a spreadsheet. */
    private static String cell(String text) {
        String shown = !text.isEmpty() && CsvSamples.GUARDED.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = shown.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ');
        return plain ? shown : '"' + shown.replace("\"", "\"\"") + '"';
    }

    private static byte[] end(StringBuilder line) {
        return line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }
}
