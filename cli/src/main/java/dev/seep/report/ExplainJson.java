package dev.seep.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.seep.sample.Event;
import dev.seep.trend.FittedView;
import dev.seep.verdict.Explanation;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Leak;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An explanation for programs, format {@code seep.explanation/1}: the finding as in {@code verdict.json}, and of a
 * series the fitted values of both hypotheses per view ({@code views}) and the changes that would have turned the
 * outcome ({@code wouldChange}); of a {@linkplain Finding#isFact() fact}, instead of these, the {@code events} that it
 * rests on. Keys that do not apply are null.
 */
public final class ExplainJson {
    private ExplainJson() {}

    public static void write(Explanation explanation, Appendable out) throws IOException {
        Leak leak = explanation.leak();
        document(explanation.finding(), leak == null ? null : leak.id(), out, json -> {
            json.writeStringField("shown", explanation.shown().name());
            json.writeNumberField("replicas", explanation.replicas());
            VerdictJson.number(json, "hoursToLimitSoonest", explanation.soonest());
            VerdictJson.number(json, "hoursToLimitLatest", explanation.latest());
            VerdictJson.number(json, "evidence", explanation.trend().twoLogBayesFactor());
            VerdictJson.number(json, "hoursToSettle", explanation.trend().hoursToSettle());
            json.writeArrayFieldStart("views");
            for (FittedView view : explanation.trend().views()) {
                view(json, view);
            }
            json.writeEndArray();
            changes(json, explanation.changes());
        });
    }

    /**
     * @param leak that the fact belongs to, null for none
     * @param events that it rests on
     */
    public static void write(Finding fact, @Nullable Leak leak, List<Event> events, Appendable out) throws IOException {
        document(fact, leak == null ? null : leak.id(), out, json -> {
            json.writeArrayFieldStart("events");
            for (Event event : events) {
                event(json, event);
            }
            json.writeEndArray();
        });
    }

    /** Fields of one object. */
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private static void document(Finding finding, @Nullable String leak, Appendable out, Fields more)
            throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(VerdictJson.pretty());
            json.writeStartObject();
            json.writeStringField("format", "seep.explanation/1");
            json.writeFieldName("finding");
            VerdictJson.finding(json, finding, leak);
            more.write(json);
            json.writeEndObject();
        }
        out.append(text.toString()).append('\n');
    }

    private static void event(JsonGenerator json, Event event) throws IOException {
        json.writeStartObject();
        json.writeStringField("time", event.time().toString());
        json.writeStringField("event", event.type().word());
        VerdictJson.string(
                json, "target", event.target() == null ? null : event.target().path());
        json.writeObjectFieldStart("detail");
        for (Map.Entry<String, String> word : new TreeMap<>(event.detail()).entrySet()) {
            json.writeStringField(word.getKey(), word.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void view(JsonGenerator json, FittedView fittedView) throws IOException {
        json.writeStartObject();
        json.writeStringField("view", fittedView.view());
        VerdictJson.number(json, "evidence", fittedView.twoLogBayesFactor());
        words(json, "settlesShapes", fittedView.settlesShapes());
        words(json, "growsShapes", fittedView.growsShapes());
        numbers(json, "hours", fittedView.hours());
        numbers(json, "values", fittedView.values());
        numbers(json, "settles", fittedView.settles());
        numbers(json, "grows", fittedView.grows());
        json.writeEndObject();
    }

    private static void changes(JsonGenerator json, List<Explanation.Change> changes) throws IOException {
        json.writeArrayFieldStart("wouldChange");
        for (Explanation.Change change : changes) {
            json.writeStartObject();
            json.writeStringField("what", change.what());
            json.writeStringField("verdict", change.outcome().word());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void words(JsonGenerator json, String key, List<String> words) throws IOException {
        json.writeArrayFieldStart(key);
        for (String word : words) {
            json.writeString(word);
        }
        json.writeEndArray();
    }

    private static void numbers(JsonGenerator json, String key, List<Double> numbers) throws IOException {
        json.writeArrayFieldStart(key);
        for (double number : numbers) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }
}
