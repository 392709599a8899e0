package dev.seep.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.probe.Measurement.Output;
import dev.seep.probe.Measurement.Result;
import dev.seep.sample.BadDirection;
import dev.seep.sample.GapReason;
import dev.seep.sample.Limit;
import dev.seep.sample.Metrics;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserMeasurementTest {
    @Test
    void readsOneNumber() {
        assertThat(values("", "  1234\n")).isEqualTo(Map.of("rows", 1234.0));
        assertThat(values("", "-1.5e3")).isEqualTo(Map.of("rows", -1500.0));
    }

    @Test
    void readsLinesOfNameAndValue() {
        assertThat(values("", "jobs 5\nQueue-Length: 7\nfree=1.5\n"))
                .isEqualTo(Map.of("rows.jobs", 5.0, "rows.queue_length", 7.0, "rows.free", 1.5));
    }

    @Test
    void readsPrometheusTextAndLeavesOutWhatGrowsInAHealthyProcess() {
        String text = """
                # HELP pool_active connections
                # TYPE pool_active gauge
                pool_active{db="a b",x="}"} 3
                pool_active{db="c"} 4 1700000000000
                # TYPE requests_total counter
                requests_total{code="200"} 99
                # TYPE latency histogram
                latency_bucket{le="+Inf"} 5
                latency_sum 1.5
                broken NaN
                """;

        assertThat(values("", text)).isEqualTo(Map.of("rows.pool_active", 7.0));
        assertThat(values("requests_total", text)).isEqualTo(Map.of("rows.requests_total", 99.0));
    }

    @Test
    void readsTheNumberThatAJsonPointerPointsAt() {
        String json = """
                {"a":[{"x":"}\\"{"},{"n/b":-12.5,"t":"7"}],"pool":{"active":3}, "nan": null}""";

        assertThat(values("/pool/active", json)).isEqualTo(Map.of("rows", 3.0));
        assertThat(values("/a/1/n~1b", json)).isEqualTo(Map.of("rows", -12.5));
        assertThat(values("/a/1/t", json)).isEqualTo(Map.of("rows", 7.0));
        assertThat(result("/pool", json).reading().gaps()).isEqualTo(Map.of("rows", GapReason.MALFORMED));
        assertThat(result("/nan", json).reading().gaps()).isEqualTo(Map.of("rows", GapReason.MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1,", "{\"pool\":{\"active\":", "{\"pool\" 3}", "\u0000", "nothing", "{\"pool\":[}"})
    void takesBrokenJsonForAGap(String json) {
        assertThat(result("/pool/active", json).reading().gaps()).isEqualTo(Map.of("rows", GapReason.MALFORMED));
    }

    @Test
    void endsOnJsonThatIsTooDeep() {
        assertThat(result("/x", "[".repeat(100_000)).reading().gaps()).containsEntry("rows", GapReason.MALFORMED);
        assertThat(result("/x", "{\"a\":".repeat(100_000)).reading().gaps()).containsEntry("rows", GapReason.MALFORMED);
    }

    @Test
    void saysWhatTheCommandComplainedAboutOnOneLineThatCannotHurtATerminal() {
        Result result = own("").read(
                        new Output(2, "3", "\u001b[31mFATAL\u001b[0m:\r\n\u0007 role \"x\"\u0000 " + "y".repeat(900)));

        assertThat(result.reading().values()).isEmpty();
        assertThat(result.reading().gaps()).isEqualTo(Map.of("rows", GapReason.FAILED));
        assertThat(result.complaint())
                .startsWith("rows ended with status 2: FATAL: role \"x\" yyy")
                .hasSizeLessThan(300)
                .matches("\\P{Cntrl}*");
    }

    @Test
    void takesNothingForAZero() {
        assertThat(result("", "").reading().gaps()).isEqualTo(Map.of("rows", GapReason.ABSENT));
        assertThat(result("", "no rows").reading().gaps()).isEqualTo(Map.of("rows", GapReason.MALFORMED));
        assertThat(result("", "NaN").reading().gaps()).isEqualTo(Map.of("rows", GapReason.ABSENT));
        assertThat(result("other", "a 1").reading().gaps()).isEqualTo(Map.of("rows", GapReason.ABSENT));
    }

    @Test
    void refusesANumberOfNumbersThatIsAMistake() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 101; i++) {
            many.append("n").append(i).append(" 1\n");
        }

        assertThat(result("", many.toString()).reading().values()).isEmpty();
        assertThat(result("", many.toString()).complaint()).contains("101 numbers");
    }

    @Test
    void definesEveryNumberAsTheUserSaid() {
        Metrics metrics = new Metrics(own("").metrics());

        assertThat(metrics.named("rows").orElseThrow().limit()).isEqualTo(new Limit.Fixed(100));
        assertThat(metrics.named("rows.jobs").orElseThrow().bad()).isEqualTo(BadDirection.DOWN);
        assertThat(metrics.named("rowsx")).isEmpty();
    }

    @Test
    void isForTheContainersThatMatch() {
        assertThat(own("").isFor(Target.container("shop", "db-0", "postgres", "db")))
                .isTrue();
        assertThat(own("").isFor(Target.container("shop", "web-0", "app", "web")))
                .isFalse();
        assertThat(own("").isFor(Target.pod("shop", "db-0", "db"))).isFalse();
    }

    private static Map<String, Double> values(String pick, String out) {
        assertThat(result(pick, out).complaint()).isEmpty();
        return result(pick, out).reading().values();
    }

    private static Result result(String pick, String out) {
        return own(pick).read(new Output(0, out, ""));
    }

    private static UserMeasurement own(String pick) {
        MeasurementSchedule schedule =
                new MeasurementSchedule(Duration.ofSeconds(30), Duration.ofSeconds(5), Pattern.compile("/db-\\d+/"));
        return new UserMeasurement(
                "rows",
                new Transport.Command("x"),
                pick,
                schedule,
                Unit.COUNT,
                BadDirection.DOWN,
                new Limit.Fixed(100));
    }
}
