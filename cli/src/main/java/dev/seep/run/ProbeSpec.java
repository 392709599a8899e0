package dev.seep.run;

import dev.seep.store.ConfigFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Specification of one thing that {@code --probe} names: {@code memory}, {@code fds:every=5m},
 * {@code disk:path=/a:path=/b}, {@code rows=cmd:count-rows}, or <code>{name: rows, cmd: count-rows, every: 5m}</code>.
 *
 * @param name of the probe
 * @param own whether a user defined it
 * @param options by key; those given several times joined by line feeds
 */
public record ProbeSpec(String name, boolean own, Map<String, String> options) {
    private static final Pattern OWN = Pattern.compile("([a-z][a-z0-9_]*)=(cmd|script|http):(.+)", Pattern.DOTALL);
    private static final Pattern NEXT_PROBE = Pattern.compile(
            ",(?=(?:" + String.join("|", ProbePlan.NAMES) + ")(?:[:,]|$)|\\{|[a-z][a-z0-9_]*=(?:cmd|script|http):)");
    private static final Pattern NEXT_OPTION = Pattern.compile(":(?=[a-z]+=)");

    public ProbeSpec {
        options = Map.copyOf(options);
    }

    /** @throws IllegalArgumentException if one of them makes no sense */
    public static List<ProbeSpec> all(List<String> values) {
        List<ProbeSpec> specs = new ArrayList<>();
        values.stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .forEach(line -> add(line.strip(), specs));
        return specs;
    }

    private static void add(String line, List<ProbeSpec> specs) {
        Matcher own = OWN.matcher(line);
        if (own.matches()) {
            specs.add(new ProbeSpec(own.group(1), true, Map.of(own.group(2), own.group(3))));
        } else if (line.startsWith("{")) {
            Map<String, String> options = new LinkedHashMap<>(ConfigFile.mapping(line));
            String name = options.remove("name");
            if (name == null) {
                throw new IllegalArgumentException("the probe " + line + " has no name");
            }
            specs.add(new ProbeSpec(name, true, options));
        } else {
            Matcher comma = NEXT_PROBE.matcher(line);
            boolean several = comma.find();
            specs.add(known(several ? line.substring(0, comma.start()) : line));
            if (several) {
                add(line.substring(comma.end()), specs);
            }
        }
    }

    private static ProbeSpec known(String word) {
        String[] parts = NEXT_OPTION.split(word);
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            options.merge(
                    parts[i].substring(0, equals),
                    parts[i].substring(equals + 1),
                    (first, second) -> first + "\n" + second);
        }
        return new ProbeSpec(parts[0], false, options);
    }

    /** @throws IllegalArgumentException if it has an option that is not among these */
    void allow(String... keys) {
        for (String key : options.keySet()) {
            if (!List.of(keys).contains(key)) {
                throw new IllegalArgumentException(
                        "probe '" + name + "' has no option '" + key + "': there are " + String.join(", ", keys));
            }
        }
    }
}
