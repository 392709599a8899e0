package dev.seep.store;

import dev.seep.sample.Metric;
import dev.seep.sample.RunIntent;
import dev.seep.store.line.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plan of a run as its folder keeps it: written first, so that the folder can be continued and judged without the tool
 * that wrote it.
 *
 * @param tool version of seep
 * @param host that seep ran on
 * @param source kind of source, such as {@code kubernetes}
 * @param context of the source, such as kubectl's, null for none
 * @param every planned interval between two polls of a target
 * @param plan all else that decides the polling, as JSON values (strings, numbers, lists, maps), in order
 * @param policy the effective policy, as JSON values
 * @param metrics all that may be recorded; the columns of a CSV file
 */
public record RunPlan(
        String tool,
        Instant started,
        String host,
        String source,
        @Nullable String context,
        Duration every,
        SampleFormat format,
        Map<String, Object> plan,
        Map<String, Object> policy,
        List<Metric> metrics) {
    private static final String ASKED = "asked";
    private static final String LENGTH = "length";

    public RunPlan {
        plan = Collections.unmodifiableMap(new LinkedHashMap<>(plan));
        policy = Collections.unmodifiableMap(new LinkedHashMap<>(policy));
        metrics = List.copyOf(metrics);
    }

    /** Entries of a plan for the intent of the run; {@link #intent} reads it back. */
    public static Map<String, Object> asMap(RunIntent runIntent) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(ASKED, runIntent.asked());
        if (runIntent.length() != null) {
            map.put(LENGTH, runIntent.length().toString());
        }
        return map;
    }

    /** @throws StoreException if the length is none */
    RunIntent intent() {
        List<String> asked = plan.get(ASKED) instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
        Object length = plan.get(LENGTH);
        try {
            return new RunIntent(asked, length == null ? null : Duration.parse(length.toString()));
        } catch (DateTimeParseException wrong) {
            throw new StoreException("run.json: the length of the run is no duration: '" + length + "'", wrong);
        }
    }

    /** The same of a run that began at another time. */
    RunPlan begunAt(Instant begin) {
        return new RunPlan(tool, begin, host, source, context, every, format, plan, policy, metrics);
    }
}
