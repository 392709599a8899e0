package dev.seep.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seep.sample.Series;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Series with what people know of them, from pairs of a gzipped CSV and a gzipped JSON of labels. */
final class Labels {
    static final String HEALTHY = "healthy";
    static final String LEAK = "leak";
    private static final String UNDECIDABLE = "undecidable";

    /**
     * @param truth healthy, leak or undecidable
     * @param family what it is like
     * @param severity of a leak, empty where nobody said
     * @param perHour how fast a leak grows in the end, NaN where nobody said
     */
    record Labelled(Series series, String truth, String family, String severity, double perHour) {
        boolean isHealthy() {
            return truth.equals(HEALTHY);
        }

        boolean isLeak() {
            return truth.equals(LEAK);
        }
    }

    private Labels() {}

    /**
     * @param files CSV and labels in turn
     * @param every takes the first of every so many series
     */
    static List<Labelled> read(List<String> files, long every) throws IOException {
        if (files.isEmpty() || files.size() % 2 != 0) {
            throw new IllegalArgumentException("name pairs of FILE.csv.gz LABELS.json.gz");
        }
        List<Labelled> all = new ArrayList<>();
        for (int i = 0; i < files.size(); i += 2) {
            JsonNode labels = labels(Path.of(files.get(i + 1)));
            List<Series> series = LabelledSeries.read(Path.of(files.get(i)));
            for (int k = 0; k < series.size(); k += (int) every) {
                Series one = series.get(k);
                // Corpora number their series alike, and a verdict knows a series by its name.
                String name = Path.of(files.get(i)).getFileName() + " " + one.name();
                all.add(labelled(Subsample.of(one, name, sample -> true), labels.path(one.name())));
            }
        }
        return all;
    }

    private static Labelled labelled(Series series, JsonNode label) {
        return new Labelled(
                series,
                label.path("label").asText(UNDECIDABLE),
                label.path("family").asText(),
                label.path("severity").asText(""),
                label.path("rate_end_per_hour").asDouble(Double.NaN));
    }

    private static JsonNode labels(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new ObjectMapper().readTree(in).path("series");
        }
    }
}
