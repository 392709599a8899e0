package dev.seep.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Leak;
import dev.seep.verdict.LeakWords;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The key {@code leaks}: each cause once, the most urgent first. Slopes are those of the main metric. */
final class LeaksJson {
    private LeaksJson() {}

    static void write(List<Leak> leaks, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("leaks");
        for (Leak leak : leaks) {
            write(leak, json);
        }
        json.writeEndArray();
    }

    private static void write(Leak leak, JsonGenerator json) throws IOException {
        Finding main = leak.main();
        json.writeStartObject();
        json.writeStringField("id", leak.id());
        VerdictJson.string(json, "namespace", main.target().namespace());
        VerdictJson.string(json, "workload", main.target().workload());
        VerdictJson.string(json, "container", leak.container());
        json.writeStringField("metric", main.metric().name());
        json.writeStringField("unit", main.metric().unit().word());
        json.writeStringField("severity", leak.severity().word());
        VerdictJson.number(json, "first", leak.course().first());
        VerdictJson.number(json, "last", leak.course().last());
        VerdictJson.string(
                json, "since", leak.course().isKnown() ? leak.course().since().toString() : null);
        VerdictJson.number(json, "slopePerHour", main.slope().perHour());
        VerdictJson.number(json, "slopeLow", main.slope().low());
        VerdictJson.number(json, "slopeHigh", main.slope().high());
        limit(leak, json);
        VerdictJson.string(json, "cause", cause(leak));
        VerdictJson.number(json, "explained", leak.explained());
        also(leak.also(), json);
        json.writeArrayFieldStart("series");
        for (Finding finding : leak.findings()) {
            json.writeString(finding.series());
        }
        json.writeEndArray();
        json.writeNumberField("replicas", leak.course().replicas());
        json.writeNumberField("restarts", leak.restarts());
        json.writeStringField("reason", LeakWords.sentence(leak));
        json.writeEndObject();
    }

    /** That which is reached soonest, with its metric. */
    private static void limit(Leak leak, JsonGenerator json) throws IOException {
        VerdictJson.number(json, "hoursToLimit", leak.hoursToLimit());
        VerdictJson.number(
                json,
                "limit",
                leak.soonest().map(finding -> finding.forecast().limit()).orElse(Double.NaN));
        VerdictJson.string(
                json,
                "limitMetric",
                leak.soonest().map(finding -> finding.metric().name()).orElse(null));
    }

    private static @Nullable String cause(Leak leak) {
        if (leak.seen() != null) {
            return leak.seen().words();
        }
        return leak.main().cause().isEmpty() ? null : leak.main().cause();
    }

    private static void also(List<Finding> findings, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("also");
        for (Finding finding : findings) {
            json.writeStartObject();
            json.writeStringField("metric", finding.metric().name());
            json.writeStringField("unit", finding.metric().unit().word());
            VerdictJson.number(json, "slopePerHour", finding.slope().perHour());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
