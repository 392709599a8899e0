package dev.seep.bench;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Metric;
import dev.seep.sample.Series;
import dev.seep.sample.Unit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads the gzipped long-form series of the bench. */
final class LabelledSeries {
    private LabelledSeries() {}

    static List<Series> read(Path file) throws IOException {
        Map<String, Growing> all = new LinkedHashMap<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.US_ASCII))) {
            in.readLine();
            Growing last = null;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] c = line.split(",", -1);
                if (last == null || !last.name.equals(c[1])) {
                    last = all.computeIfAbsent(c[1], Growing::new);
                }
                last.add(c);
            }
        }
        return all.values().stream().map(Growing::series).toList();
    }

    private static final class Growing {
        final String name;
        final List<Incarnation> lives = new ArrayList<>();
        double[] seconds = new double[256];
        double[] values = new double[256];
        int[] life = new int[256];
        int size;
        Unit unit = Unit.COUNT;
        double limit = Double.NaN;

        Growing(String name) {
            this.name = name;
        }

        void add(String[] c) {
            if (size == values.length) {
                seconds = Arrays.copyOf(seconds, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
                life = Arrays.copyOf(life, 2 * size);
            }
            seconds[size] = Double.parseDouble(c[0]);
            values[size] = Double.parseDouble(c[3]);
            if (lives.isEmpty() || !lives.get(lives.size() - 1).id().equals(c[2])) {
                lives.add(new Incarnation(c[2], Instant.ofEpochSecond((long) seconds[size]), null));
            }
            life[size++] = lives.size() - 1;
            unit = Unit.ofWord(c[4]);
            limit = c[5].isEmpty() ? Double.NaN : Double.parseDouble(c[5]);
        }

        Series series() {
            return new Series(
                    name,
                    null,
                    Metric.unlimited("value", unit, BadDirection.UP),
                    lives,
                    Arrays.copyOf(seconds, size),
                    Arrays.copyOf(values, size),
                    Arrays.copyOf(life, size),
                    0,
                    limit);
        }
    }
}
