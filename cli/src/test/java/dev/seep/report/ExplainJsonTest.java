package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seep.sample.Event;
import dev.seep.trend.Decision;
import dev.seep.verdict.Explanation;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Leak;
import dev.seep.verdict.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplainJsonTest {
    private static final List<String> KEYS = List.of(
            "format",
            "finding",
            "shown",
            "replicas",
            "hoursToLimitSoonest",
            "hoursToLimitLatest",
            "evidence",
            "hoursToSettle",
            "views",
            "wouldChange");
    private static final List<String> VIEW_KEYS =
            List.of("view", "evidence", "settlesShapes", "growsShapes", "hours", "values", "settles", "grows");

    @Test
    void holdsTheFitsAndWhatWouldHaveTurnedTheOutcome() throws IOException {
        JsonNode json = json(ExplanationFixture.of(
                        FindingFixture.of("web").leaks("grows").limit(100, 31).build(), SeriesFixture.of(1, 2, 3))
                .fitted(Decision.GROWS, 9.5, List.of(3.0, 3.5), List.of(0.0, 4.0))
                .reached(20, 72.5)
                .replicas(3)
                .changes("an allowance of 5/h", Outcome.PASS)
                .build());

        assertThat(json.fieldNames()).toIterable().containsExactlyElementsOf(KEYS);
        assertThat(json.path("format").asText()).isEqualTo("seep.explanation/1");
        assertThat(json.at("/finding/reason").asText()).isEqualTo("grows");
        assertThat(json.path("shown").asText()).isEqualTo("shop/web-1/app threads");
        assertThat(json.path("replicas").asInt()).isEqualTo(3);
        assertThat(json.path("hoursToLimitSoonest")).hasToString("20");
        assertThat(json.path("hoursToLimitLatest")).hasToString("72.5");
        assertThat(json.path("evidence")).hasToString("9.5");
        JsonNode view = json.at("/views/0");
        assertThat(view.fieldNames()).toIterable().containsExactlyElementsOf(VIEW_KEYS);
        assertThat(view.path("evidence").asDouble()).isEqualTo(9.5);
        assertThat(view.path("growsShapes")).hasToString("[\"linear\"]");
        assertThat(view.path("settlesShapes")).hasToString("[]");
        assertThat(view.path("hours")).hasToString("[0.0,1.0]");
        assertThat(view.path("settles")).hasToString("[3.0,3.5]");
        assertThat(view.path("grows")).hasToString("[0.0,4.0]");
        assertThat(json.path("wouldChange"))
                .hasToString("[{\"what\":\"an allowance of 5/h\",\"verdict\":\"pass\"},"
                        + "{\"what\":\"less of the run\",\"verdict\":\"inconclusive\"}]");
    }

    @Test
    void hasTheSameKeysWhereNothingIsKnown() throws IOException {
        JsonNode json = json(ExplanationFixture.of(FindingFixture.of("web").build(), SeriesFixture.of())
                .reached(Double.NaN, Double.POSITIVE_INFINITY)
                .build());

        assertThat(json.fieldNames()).toIterable().containsExactlyElementsOf(KEYS);
        assertThat(json.path("hoursToLimitSoonest").isNull()).isTrue();
        assertThat(json.path("hoursToLimitLatest").isNull()).isTrue();
        assertThat(json.path("hoursToSettle").isNull()).isTrue();
        assertThat(json.path("views")).isEmpty();
        assertThat(json.path("wouldChange")).isEmpty();
    }

    @Test
    void namesTheLeakThatTheSeriesBelongsTo() throws IOException {
        Finding main = FindingFixture.of("web memory.anon").leaks("grows").build();
        Finding also = FindingFixture.of("web memory.rss").leaks("grows").build();
        Leak leak = LeakFixture.of(main).id("3f2a9c1b").also(also).build();

        assertThat(json(ExplanationFixture.of(also, SeriesFixture.of(1, 2, 3))
                                .of(leak)
                                .build())
                        .at("/finding/leak")
                        .asText())
                .isEqualTo("3f2a9c1b");
        assertThat(json(ExplanationFixture.of(also, SeriesFixture.of(1, 2, 3)).build())
                        .at("/finding/leak")
                        .isNull())
                .isTrue();
    }

    @Test
    void hasOfAFactItsEvents() throws IOException {
        Finding fact = FindingFixture.of("restarts").happened(1, "restarted").build();
        Leak leak = LeakFixture.of(fact).id("3f2a9c1b").build();
        Event event = new Event(
                SeriesFixture.START, Event.Type.PAUSED, null, null, Map.of("reason", "b\u001b", "message", "a\"\n"));

        JsonNode json = read(Reports.text(out -> ExplainJson.write(fact, leak, List.of(event), out)));

        assertThat(json.fieldNames()).toIterable().containsExactly("format", "finding", "events");
        assertThat(json.at("/finding/leak").asText()).isEqualTo("3f2a9c1b");
        JsonNode told = json.at("/events/0");
        assertThat(told.fieldNames()).toIterable().containsExactly("time", "event", "target", "detail");
        assertThat(told.path("time").asText()).isEqualTo("2026-11-22T20:00:00Z");
        assertThat(told.path("event").asText()).isEqualTo("paused");
        assertThat(told.path("target").isNull()).isTrue();
        assertThat(told.at("/detail/message").asText()).isEqualTo("a\"\n");
        assertThat(told.path("detail").fieldNames()).toIterable().containsExactly("message", "reason");
    }

    private static JsonNode json(Explanation explanation) throws IOException {
        return read(Reports.text(out -> ExplainJson.write(explanation, out)));
    }

    private static JsonNode read(String text) throws IOException {
        assertThat(text).endsWith("}\n").doesNotContain("NaN", "Infinity", "\u001b");
        return new ObjectMapper().readTree(text);
    }
}
