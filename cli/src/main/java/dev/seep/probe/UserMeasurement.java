package dev.seep.probe;

import dev.seep.sample.BadDirection;
import dev.seep.sample.GapReason;
import dev.seep.sample.Limit;
import dev.seep.sample.Metric;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Measurement that a user defined. A number that stands alone becomes the metric {@code NAME}, others
 * {@code NAME.WHATEVER}.
 *
 * @param pick selector in the output: a JSON pointer, or names joined by commas; empty for everything
 */
public record UserMeasurement(
        String name,
        Transport transport,
        String pick,
        MeasurementSchedule schedule,
        Unit unit,
        BadDirection bad,
        Limit limit)
        implements Measurement {
    /** More names than this in one answer are no measurement but a mistake. */
    static final int MOST = 100;

    @Override
    public Transport transport() {
        return transport instanceof Transport.Command command
                ? Transport.Command.bounded(command.script(), schedule.timeout())
                : transport;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(new Metric(name, unit, bad, limit), new Metric(name + ".*", unit, bad, limit));
    }

    @Override
    public boolean isFor(Target target) {
        return schedule.isFor(target);
    }

    @Override
    public Result read(Output output) {
        if (output.status() != 0) {
            String words = output.err().isBlank() ? output.out() : output.err();
            return gap(GapReason.FAILED, "ended with status " + output.status() + ": " + ErrorOutput.line(words));
        }
        Optional<Map<String, Double>> numbers = numbers(output.out());
        if (numbers.isEmpty()) {
            return gap(GapReason.MALFORMED, "is not a number: " + ErrorOutput.line(output.out()));
        } else if (numbers.get().isEmpty()) {
            return gap(GapReason.ABSENT, "printed no number " + ErrorOutput.line(pick));
        } else if (numbers.get().size() > MOST) {
            return gap(
                    GapReason.MALFORMED,
                    "brings " + numbers.get().size() + " numbers, and " + MOST + " are the most; pick some by name");
        }
        ReadingBuilder readingBuilder = new ReadingBuilder();
        named(numbers.get()).forEach(readingBuilder::value);
        return new Result(readingBuilder);
    }

    private Optional<Map<String, Double>> numbers(String out) {
        if (pick.startsWith("/")) {
            return JsonNumber.at(out, pick).map(value -> Map.of(MetricTextParser.ALONE, value));
        }
        return MetricTextParser.parse(out, pick.isEmpty() ? Set.of() : Set.of(pick.split(",")));
    }

    private Map<String, Double> named(Map<String, Double> numbers) {
        Map<String, Double> named = new LinkedHashMap<>();
        numbers.forEach((word, value) -> {
            String plain = MetricNames.word(word);
            named.merge(plain.isEmpty() ? name : name + "." + plain, value, Double::sum);
        });
        return named;
    }

    private Result gap(GapReason reason, String words) {
        ReadingBuilder readingBuilder = new ReadingBuilder();
        readingBuilder.gap(name, reason);
        return new Result(readingBuilder.reading(), String.format(Locale.ROOT, "%s %s", name, words));
    }
}
