package dev.seep.run;

import dev.seep.probe.InlineScript;
import dev.seep.probe.Transport;
import dev.seep.probe.UserMeasurement;
import dev.seep.sample.BadDirection;
import dev.seep.sample.Limit;
import dev.seep.sample.Quantity;
import dev.seep.sample.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Factory of measurements that users define. */
final class UserMeasurements {
    private static final List<String> WAYS = List.of("cmd", "script", "http");

    private UserMeasurements() {}

    /** @throws IllegalArgumentException if that makes no sense; the message has the name and the reason */
    static UserMeasurement of(ProbeSpec spec, DefaultSchedule schedule, Path folder) {
        spec.allow("cmd", "script", "http", "pick", "every", "timeout", "containers", "unit", "bad", "limit");
        try {
            return checked(spec, schedule, folder);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("probe '" + spec.name() + "': " + wrong.getMessage(), wrong);
        }
    }

    private static UserMeasurement checked(ProbeSpec spec, DefaultSchedule schedule, Path folder) {
        Map<String, String> options = spec.options();
        if (!spec.name().matches("[a-z][a-z0-9_]*") || ProbePlan.TAKEN.contains(spec.name())) {
            throw new IllegalArgumentException(
                    "a name of one's own has lower-case letters, digits and underscores, and is none of "
                            + String.join(", ", ProbePlan.TAKEN));
        }
        List<String> ways = WAYS.stream().filter(options::containsKey).toList();
        if (ways.size() != 1) {
            throw new IllegalArgumentException("needs one of cmd, script and http");
        }
        String what = options.getOrDefault(ways.get(0), "");
        int hash = ways.get(0).equals("http") ? what.indexOf('#') : -1;
        String pick = hash < 0 ? options.getOrDefault("pick", "") : what.substring(hash + 1);
        return new UserMeasurement(
                spec.name(),
                transport(ways.get(0), hash < 0 ? what : what.substring(0, hash), folder),
                pick,
                schedule.with(options),
                Unit.ofWord(options.getOrDefault("unit", "count")),
                BadDirection.ofWord(options.getOrDefault("bad", "up")),
                limit(options.get("limit")));
    }

    private static Limit limit(@Nullable String text) {
        return text == null ? new Limit.None() : new Limit.Fixed(Quantity.parse(text));
    }

    private static Transport transport(String kind, String what, Path folder) {
        if (what.isBlank()) {
            throw new IllegalArgumentException(kind + " is empty");
        }
        return switch (kind) {
            case "cmd" -> new Transport.Command(what);
            case "script" -> new Transport.Copied(script(folder.resolve(what)));
            default -> new Transport.Fetch(endpoint(what));
        };
    }

    private static String endpoint(String what) {
        if (!what.matches("(https:)?\\d{1,5}(/\\S*)?")) {
            throw new IllegalArgumentException("'" + what + "' is not of the form PORT/PATH, such as 8080/metrics");
        }
        return "http:" + what;
    }

    private static InlineScript script(Path file) {
        try {
            return new InlineScript(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the script " + file, e);
        } catch (IllegalArgumentException unfit) {
            throw new IllegalArgumentException("the script " + file + " " + unfit.getMessage(), unfit);
        }
    }
}
