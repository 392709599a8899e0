package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seep.sample.Run;
import dev.seep.sample.Unit;
import dev.seep.trend.Pattern;
import dev.seep.verdict.Finding;
import dev.seep.verdict.InconclusiveReason;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract with programs: format {@code seep.verdict/1}. */
class VerdictJsonTest {
    private static final List<String> KEYS = List.of(
            "format",
            "tool",
            "verdict",
            "reason",
            "horizonHours",
            "notes",
            "run",
            "leaks",
            "findings",
            "events",
            "unwatched");
    private static final List<String> RUN_KEYS = List.of("from", "to", "every", "polls", "samples", "gaps", "targets");
    private static final List<String> FINDING_KEYS = List.of(
            "series",
            "target",
            "metric",
            "unit",
            "verdict",
            "open",
            "severity",
            "pattern",
            "slopePerHour",
            "slopeLow",
            "slopeHigh",
            "growth",
            "q",
            "detectablePerHour",
            "limit",
            "hoursToLimit",
            "samples",
            "gaps",
            "lives",
            "reason",
            "cause",
            "leak",
            "hoursToTell",
            "known");
    private static final List<String> LEAK_KEYS = List.of(
            "id",
            "namespace",
            "workload",
            "container",
            "metric",
            "unit",
            "severity",
            "first",
            "last",
            "since",
            "slopePerHour",
            "slopeLow",
            "slopeHigh",
            "hoursToLimit",
            "limit",
            "limitMetric",
            "cause",
            "explained",
            "also",
            "series",
            "replicas",
            "restarts",
            "reason");
    private static final List<String> NUMBERS = List.of(
            "slopePerHour",
            "slopeLow",
            "slopeHigh",
            "growth",
            "q",
            "detectablePerHour",
            "limit",
            "hoursToLimit",
            "hoursToTell");

    static Stream<Verdict> verdicts() {
        return Stream.of(
                Verdicts.rich(),
                Verdicts.early(),
                Verdicts.hostile(),
                Verdicts.nothing(),
                Verdicts.unmeasured(),
                Verdicts.events(3),
                Verdicts.many(2000));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void hasAllKeysOfTheContractWhateverTheVerdict(Verdict verdict) {
        JsonNode json = json(verdict);

        assertThat(json.fieldNames()).toIterable().containsExactlyElementsOf(KEYS);
        assertThat(json.path("run").fieldNames()).toIterable().containsExactlyElementsOf(RUN_KEYS);
        assertThat(json.path("findings")).hasSameSizeAs(verdict.findings());
        assertThat(json.path("leaks")).hasSameSizeAs(verdict.leaks());
        for (JsonNode leak : json.path("leaks")) {
            assertThat(leak.fieldNames()).toIterable().containsExactlyElementsOf(LEAK_KEYS);
        }
        for (JsonNode finding : json.path("findings")) {
            assertThat(finding.fieldNames()).toIterable().containsExactlyElementsOf(FINDING_KEYS);
            assertThat(finding.path("target").fieldNames())
                    .toIterable()
                    .containsExactly("namespace", "workload", "pod", "container");
        }
    }

    @Test
    void saysNullWhereANumberDoesNotApply() {
        for (double none : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            JsonNode finding = only(FindingFixture.of("web")
                    .slope(none, none, none)
                    .otherNumbers(none)
                    .limit(none, none)
                    .hoursToTell(none));

            assertThat(NUMBERS)
                    .allSatisfy(key -> assertThat(finding.path(key).isNull()).isTrue());
        }
    }

    @Test
    void hasNumbersInFullAndWholeOnesWithoutAFraction() {
        JsonNode finding = only(FindingFixture.of("web")
                .slope(0.1, -4310000.0, 1.5e300)
                .otherNumbers(1.2e-9)
                .limit(9.007199254740991e15, 0)
                .counts(960, 12, 3));

        assertThat(finding.path("slopePerHour")).hasToString("0.1");
        assertThat(finding.path("slopeLow")).hasToString("-4310000");
        assertThat(finding.path("slopeHigh")).hasToString("1.5E300");
        assertThat(finding.path("growth")).hasToString("1.2E-9");
        assertThat(finding.path("q")).hasToString("1.2E-9");
        assertThat(finding.path("detectablePerHour")).hasToString("1.2E-9");
        assertThat(finding.path("limit").asDouble()).isEqualTo(9.007199254740991e15);
        assertThat(finding.path("hoursToLimit")).hasToString("0");
        assertThat(finding.path("samples")).hasToString("960");
        assertThat(finding.path("gaps")).hasToString("12");
        assertThat(finding.path("lives")).hasToString("3");
    }

    @Test
    void namesTheTargetByItsPartsAndNullWhereThereIsNone() {
        assertThat(only(FindingFixture.of("w").in("deployment/web", null, "app"))
                        .path("target"))
                .hasToString("{\"namespace\":\"shop\",\"workload\":\"deployment/web\",\"pod\":null,"
                        + "\"container\":\"app\"}");
        assertThat(only(FindingFixture.of("w")).path("target"))
                .hasToString("{\"namespace\":null,\"workload\":null,\"pod\":null,\"container\":null}");
    }

    @ParameterizedTest
    @EnumSource
    void hasTheWordsOfTheContract(InconclusiveReason inconclusiveReason) {
        JsonNode finding = only(FindingFixture.of("web")
                .metric("disk.used", Unit.BYTES)
                .open(inconclusiveReason, "why")
                .severity(Severity.WARN)
                .pattern(Pattern.RESTARTING_GROWTH)
                .cause("+3 MiB of java"));

        assertThat(finding.path("verdict").asText()).isEqualTo("inconclusive");
        assertThat(finding.path("open").asText()).isEqualTo(inconclusiveReason.word());
        assertThat(finding.path("severity").asText()).isEqualTo("warn");
        assertThat(finding.path("pattern").asText()).isEqualTo("restarting-growth");
        assertThat(finding.path("metric").asText()).isEqualTo("disk.used");
        assertThat(finding.path("unit").asText()).isEqualTo("bytes");
        assertThat(finding.path("cause").asText()).isEqualTo("+3 MiB of java");
    }

    @Test
    void aFindingThatIsDecidedIsNotOpenAndNeedsNoCause() {
        JsonNode finding = only(FindingFixture.of("web").leaks("grows"));

        assertThat(finding.path("verdict").asText()).isEqualTo("leak");
        assertThat(finding.path("open").isNull()).isTrue();
        assertThat(finding.path("cause").isNull()).isTrue();
    }

    @Test
    void tellsALeakOnceWithAllThatIsOfIt() {
        JsonNode json = json(Verdicts.rich());

        assertThat(json.at("/leaks/0").toString())
                .startsWith("{\"id\":\"3f2a9c1b\",\"namespace\":\"shop\",\"workload\":\"deployment/web\","
                        + "\"container\":\"app\",\"metric\":\"memory.anon\",\"unit\":\"bytes\",\"severity\":\"fail\","
                        + "\"first\":100000000,\"last\":160000000,\"since\":\"2026-11-22T21:00:00Z\","
                        + "\"slopePerHour\":4310000,\"slopeLow\":4100000,\"slopeHigh\":4600000,"
                        + "\"hoursToLimit\":30,\"limit\":268435456,\"limitMetric\":\"memory.rss\","
                        + "\"cause\":\"+32 MiB anonymous memory of java\",\"explained\":0.97")
                .contains("\"also\":[{\"metric\":\"memory.rss\",\"unit\":\"bytes\",\"slopePerHour\":4400000}],"
                        + "\"series\":[\"shop/deployment/web/app memory.anon\",\"shop/deployment/web/app memory.rss\","
                        + "\"shop/deployment/web/app restarts\"],\"replicas\":3,\"restarts\":3,"
                        + "\"reason\":\"from 95 to 153 MiB, ");
        assertThat(json.path("findings"))
                .filteredOn(finding -> finding.path("leak").asText().equals("3f2a9c1b"))
                .extracting(finding -> finding.path("metric").asText())
                .containsExactly("memory.anon", "memory.rss", "restarts");
    }

    @Test
    void saysNullWhatAFactHasNot() {
        JsonNode fact = json(Verdicts.rich()).at("/leaks/1");

        assertThat(fact.path("metric").asText()).isEqualTo("restarts");
        assertThat(List.of("first", "last", "since", "slopePerHour", "hoursToLimit", "limit", "limitMetric", "cause"))
                .allSatisfy(key -> assertThat(fact.path(key).isNull()).as(key).isTrue());
        assertThat(fact.path("explained").isNull()).isTrue();
        assertThat(fact.path("replicas")).hasToString("0");
        assertThat(fact.path("reason").asText()).isEqualTo("restarted 4 times: exit 7");
    }

    @Test
    void tellsOfAFindingThatItIsKnownAndHowLongToWait() {
        JsonNode finding =
                only(FindingFixture.of("web").known("SHOP-123", "2027-01-31").hoursToTell(12.5));

        assertThat(finding.path("known")).hasToString("{\"reason\":\"SHOP-123\",\"expires\":\"2027-01-31\"}");
        assertThat(finding.path("hoursToTell")).hasToString("12.5");
        assertThat(only(FindingFixture.of("web")).path("known").isNull()).isTrue();
        assertThat(only(FindingFixture.of("web")).path("leak").isNull()).isTrue();
    }

    @Test
    void givesNamesBackAsTheyWere() {
        JsonNode json = json(Verdicts.hostile());

        assertThat(json.path("reason").asText()).isEqualTo(Verdicts.HOSTILE);
        assertThat(json.at("/findings/0/series").asText()).isEqualTo(Verdicts.HOSTILE);
        assertThat(json.at("/findings/0/metric").asText()).isEqualTo(Verdicts.HOSTILE);
        assertThat(only(FindingFixture.of("x".repeat(100_000))).path("series").asText())
                .hasSize(100_000);
    }

    @Test
    void knowsNoIntervalOfAForeignFile() {
        Run run = new Run(SeriesFixture.START, SeriesFixture.START, null, 0, 0, 0, 0, List.of(), List.of());
        JsonNode json =
                json(new Verdict(Outcome.PASS, run, "none", Double.NaN, List.of(), List.of(), List.of("one", "two")));

        assertThat(json.path("run"))
                .hasToString("{\"from\":\"2026-11-22T20:00:00Z\",\"to\":\"2026-11-22T20:00:00Z\",\"every\":null,"
                        + "\"polls\":0,\"samples\":0,\"gaps\":0,\"targets\":0}");
        assertThat(json.path("horizonHours").isNull()).isTrue();
        assertThat(json.path("notes")).hasToString("[\"one\",\"two\"]");
        assertThat(json.path("tool").asText()).isEqualTo("1.2.3");
        assertThat(json.path("format").asText()).isEqualTo("seep.verdict/1");
    }

    @Test
    void keepsTheOrderOfTheFindings() {
        Finding[] findings = Stream.of("c", "a", "b")
                .map(name -> FindingFixture.of(name).build())
                .toArray(Finding[]::new);

        assertThat(json(Verdicts.of(Outcome.PASS, findings)).path("findings"))
                .extracting(finding -> finding.path("series").asText())
                .containsExactly("c", "a", "b");
    }

    private static JsonNode only(FindingFixture finding) {
        return json(Verdicts.of(Outcome.PASS, finding.build())).at("/findings/0");
    }

    private static JsonNode json(Verdict verdict) {
        String text = Reports.text(new VerdictJson("1.2.3"), verdict);
        assertThat(text).endsWith("}\n").doesNotContain("NaN", "Infinity", "\u001b", "\u0000");
        try {
            return new ObjectMapper().readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new AssertionError(text, broken);
        }
    }
}
