package dev.seep.probe;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers in the output of somebody else's program: one number alone, lines {@code name value}, or the text format of
 * Prometheus. Samples of one name add up over their labels. Counters, histograms and summaries, which grow in a healthy
 * process, are left out unless they are asked for.
 */
final class MetricTextParser {
    /** The name of a number that stands alone. */
    static final String ALONE = "";

    private static final Pattern LINE =
            Pattern.compile("(?:([A-Za-z_][\\w.:/-]*)(?:\\{.*})?[ \\t=:]+)?([-+]?[\\w.+-]+)(?:[ \\t]+\\d+)?");
    private static final Pattern TYPE = Pattern.compile("#\\s*TYPE\\s+(\\S+)\\s+(counter|histogram|summary)\\s*");

    private final Map<String, Double> numbers = new LinkedHashMap<>();
    private final Set<String> ever = new HashSet<>();
    private final Set<String> wanted;

    private MetricTextParser(Set<String> wanted) {
        this.wanted = wanted;
    }

    /**
     * The numbers by name, nothing if any line is none.
     *
     * @param wanted names to be picked out, none for all
     */
    static Optional<Map<String, Double>> parse(String text, Set<String> wanted) {
        MetricTextParser parser = new MetricTextParser(wanted);
        boolean understood =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).allMatch(parser::line);
        return understood ? Optional.of(parser.numbers) : Optional.empty();
    }

    private boolean line(String line) {
        if (line.startsWith("#")) {
            Matcher type = TYPE.matcher(line);
            if (type.matches()) {
                ever.add(type.group(1));
            }
            return true;
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        String name = matcher.group(1) == null ? ALONE : matcher.group(1);
        Optional<Double> value = number(matcher.group(2));
        if (isWanted(name)) {
            value.filter(Double::isFinite).ifPresent(number -> numbers.merge(name, number, Double::sum));
        }
        return value.isPresent();
    }

    private boolean isWanted(String name) {
        if (!wanted.isEmpty()) {
            return wanted.contains(name);
        }
        return !ever.contains(name) && !ever.contains(name.replaceFirst("_(bucket|sum|count|total)$", ""));
    }

    /** Also {@code NaN} and {@code +Inf}, as Prometheus writes them. */
    static Optional<Double> number(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.matches("nan|[-+]?inf(inity)?")) {
            return Optional.of(Double.NaN);
        }
        return lower.matches("[-+]?(\\d{1,25}\\.?\\d{0,25}|\\.\\d{1,25})(e[-+]?\\d{1,3})?")
                ? Optional.of(Double.valueOf(lower))
                : Optional.empty();
    }
}
