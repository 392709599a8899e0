package dev.seep.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.seep.sample.Run;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Leak;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Allowance.KnownLeak;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The verdict for programs, format {@code seep.verdict/1}: keys that do not apply are null, times are UTC, numbers are
 * in the metric's unit. Keys are only ever added.
 */
public final class VerdictJson implements Report {
    private static final JsonFactory JSON = new JsonFactory();

    private final String tool;

    /** @param tool version of seep */
    public VerdictJson(String tool) {
        this.tool = tool;
    }

    @Override
    public void write(Verdict verdict, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.setPrettyPrinter(pretty());
            json.writeStartObject();
            json.writeStringField("format", "seep.verdict/1");
            json.writeStringField("tool", tool);
            json.writeStringField("verdict", verdict.outcome().word());
            json.writeStringField("reason", verdict.reason());
            number(json, "horizonHours", verdict.horizonHours());
            json.writeArrayFieldStart("notes");
            for (String note : verdict.notes()) {
                json.writeString(note);
            }
            json.writeEndArray();
            run(json, verdict.run());
            LeaksJson.write(verdict.leaks(), json);
            Map<String, String> ids = ids(verdict.leaks());
            json.writeArrayFieldStart("findings");
            for (Finding finding : verdict.findings()) {
                finding(json, finding, ids.get(finding.series()));
            }
            json.writeEndArray();
            EventsJson.write(verdict.run(), json);
            json.writeEndObject();
        }
        out.append(text.toString()).append('\n');
    }

    static DefaultPrettyPrinter pretty() {
        return new DefaultPrettyPrinter()
                .withObjectIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
    }

    private static void run(JsonGenerator json, Run run) throws IOException {
        json.writeObjectFieldStart("run");
        json.writeStringField("from", run.from().toString());
        json.writeStringField("to", run.to().toString());
        string(json, "every", run.every() == null ? null : run.every().toString());
        json.writeNumberField("polls", run.polls());
        json.writeNumberField("samples", run.samples());
        json.writeNumberField("gaps", run.gaps());
        json.writeNumberField("targets", run.targets());
        json.writeEndObject();
    }

    /** The leak of each finding that is one, by its series. */
    private static Map<String, String> ids(List<Leak> leaks) {
        Map<String, String> ids = new HashMap<>();
        leaks.forEach(leak -> leak.findings().forEach(finding -> ids.put(finding.series(), leak.id())));
        return ids;
    }

    /** @param leak the id of the leak that it belongs to, null for none */
    static void finding(JsonGenerator json, Finding finding, @Nullable String leak) throws IOException {
        json.writeStartObject();
        json.writeStringField("series", finding.series());
        subject(json, finding.target());
        json.writeStringField("metric", finding.metric().name());
        json.writeStringField("unit", finding.metric().unit().word());
        json.writeStringField("verdict", finding.outcome().word());
        string(
                json,
                "open",
                finding.inconclusiveReason() == null
                        ? null
                        : finding.inconclusiveReason().word());
        json.writeStringField("severity", finding.severity().word());
        json.writeStringField("pattern", finding.pattern().word());
        number(json, "slopePerHour", finding.slope().perHour());
        number(json, "slopeLow", finding.slope().low());
        number(json, "slopeHigh", finding.slope().high());
        number(json, "growth", finding.growth());
        number(json, "q", finding.q());
        number(json, "detectablePerHour", finding.detectablePerHour());
        number(json, "limit", finding.forecast().limit());
        number(json, "hoursToLimit", finding.forecast().hours());
        json.writeNumberField("samples", finding.counts().samples());
        json.writeNumberField("gaps", finding.counts().gaps());
        json.writeNumberField("lives", finding.counts().lives());
        json.writeStringField("reason", finding.reason());
        string(json, "cause", finding.cause().isEmpty() ? null : finding.cause());
        string(json, "leak", leak);
        number(json, "hoursToTell", finding.hoursToTell());
        known(json, finding);
        json.writeEndObject();
    }

    private static void known(JsonGenerator json, Finding finding) throws IOException {
        KnownLeak known = finding.known();
        json.writeFieldName("known");
        if (known == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("reason", known.reason());
        json.writeStringField("expires", known.expires().toString());
        json.writeEndObject();
    }

    private static void subject(JsonGenerator json, Finding.Subject subject) throws IOException {
        json.writeObjectFieldStart("target");
        string(json, "namespace", subject.namespace());
        string(json, "workload", subject.workload());
        string(json, "pod", subject.pod());
        string(json, "container", subject.container());
        json.writeEndObject();
    }

    static void string(JsonGenerator json, String key, @Nullable String value) throws IOException {
        json.writeFieldName(key);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
    }

    static void number(JsonGenerator json, String key, double value) throws IOException {
        json.writeFieldName(key);
        if (!Double.isFinite(value)) {
            json.writeNull();
        } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(value);
        }
    }
}
