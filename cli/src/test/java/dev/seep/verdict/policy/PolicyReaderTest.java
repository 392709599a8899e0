package dev.seep.verdict.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seep.sample.BadDirection;
import dev.seep.sample.Metric;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.verdict.policy.Allowance.KnownLeak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {
    private static final Path EXAMPLE = Path.of("../examples/policy.yaml");
    private static final Path SCHEMA = Path.of("../examples/policy.schema.json");

    @TempDir
    Path temporary;

    @Test
    void readsTheExample() {
        Policy policy = PolicyReader.read(EXAMPLE);
        Allowance cache = policy.allowance(target("shop", "deployment/cache-eu", "app"), metric("memory.anon"));
        assertThat(cache)
                .isEqualTo(new Allowance(
                        5 * 0x1p20,
                        Double.NaN,
                        Duration.ofDays(7),
                        Duration.ofMinutes(10),
                        Severity.FAIL,
                        null,
                        true,
                        true));
        assertThat(policy.allowance(target("shop", "deployment/web", "istio-proxy"), metric("zombies")))
                .isEqualTo(new Allowance(
                        0, 0, Duration.ofDays(7), Duration.ofMinutes(10), Severity.WARN, null, true, false));
        assertThat(policy.allowance(target("shop", "deployment/reports", "app"), metric("fds.open"))
                        .known())
                .isEqualTo(new KnownLeak("SHOP-123: the PDF library keeps its fonts open", LocalDate.of(2027, 1, 31)));
        Target database = target("shop", "statefulset/database", "app");
        assertThat(policy.allowance(database, metric("memory.cache")).explicit())
                .isTrue();
        assertThat(policy.allowance(database, metric("memory.cache")).ceiling()).isEqualTo(1.5 * 0x1p30);
        assertThat(policy.allowance(database, metric("memory.working_set")).explicit())
                .isFalse();
    }

    @Test
    void readsBackWhatARunFolderKeepsOfIt() throws IOException {
        Policy policy = PolicyReader.read(EXAMPLE);
        ObjectMapper json = new ObjectMapper();
        @SuppressWarnings("unchecked")
        Map<String, Object> recorded = json.readValue(json.writeValueAsString(policy.asMap()), Map.class);
        assertThat(PolicyReader.of(recorded).asMap()).isEqualTo(policy.asMap());
        assertThat(policy.rules().get(0).place()).isEqualTo("policy.yaml:12");
        assertThat(PolicyReader.of(recorded).rules().get(0).place()).isEqualTo("recorded policy");
        assertThat(PolicyReader.of(Policy.DEFAULT.asMap())).isEqualTo(Policy.DEFAULT);
        assertThat(PolicyReader.of(Map.of())).isEqualTo(Policy.DEFAULT);
    }

    @Test
    void readsHowManyAbnormalEventsARunMayHave() throws IOException {
        Path file =
                Files.writeString(temporary.resolve("policy.yaml"), "events: {'*': 10, Failed*: 3, FailedMount: 0}\n");
        Policy policy = PolicyReader.read(file);

        assertThat(policy.most("BackOff")).hasValue(10);
        assertThat(policy.most("FailedScheduling")).hasValue(3);
        assertThat(policy.most("FailedMount")).hasValue(0);
        assertThat(Policy.DEFAULT.most("FailedMount")).isEmpty();
        assertThat(PolicyReader.of(policy.asMap()).asMap()).isEqualTo(policy.asMap());
        assertThat(PolicyReader.read(EXAMPLE).most("Evicted")).hasValue(0);
    }

    @Test
    void numbersOfEventsAreWholeAndNotNegative() throws IOException {
        Path file = Files.writeString(
                temporary.resolve("policy.yaml"), "event: {}\nevents:\n  Evicted: -1\n  BackOff: 5%\n  Failed:\n");
        PolicyException wrong = catchThrowableOfType(PolicyException.class, () -> PolicyReader.read(file));

        assertThat(wrong.problems())
                .map(problem -> problem.replace(file.toString(), ""))
                .containsExactly(
                        ":1:1: unknown key 'event', did you mean 'events'?",
                        ":3:12: Evicted: not a number of events: '-1', write it as in 0 or 3",
                        ":4:12: BackOff: not a number of events: '5%', write it as in 0 or 3",
                        ":5:10: 'Failed' needs one value");
    }

    @Test
    void whatIsNoYamlIsToldWithItsPlace() throws IOException {
        Path file = Files.writeString(temporary.resolve("policy.yaml"), "rules:\n  - {metric: fds.open\n");
        PolicyException wrong = catchThrowableOfType(PolicyException.class, () -> PolicyReader.read(file));

        assertThat(wrong.problems()).containsExactly(file + ":2:22: while parsing a flow mapping");
    }

    @Test
    void tellsEveryErrorAtOnceWithItsPlace() throws IOException {
        Path file = Files.writeString(temporary.resolve("policy.yaml"), """
                default:
                  horizon: 30d
                ceilings:
                  zombies: none
                rules:
                  - metrik: memory.*
                    growth: 5Mi
                  - metric: fds.open
                  - severity: fatal
                    settle: [1]
                    settle: 5m
                  - known: {reason: x, expires: tomorrow}
                  - known: {expires: 2027-02-30}
                """);
        PolicyException wrong = catchThrowableOfType(PolicyException.class, () -> PolicyReader.read(file));
        assertThat(wrong.problems())
                .map(problem -> problem.replace(file.toString(), ""))
                .containsExactlyInAnyOrder(
                        ":1:1: unknown key 'default', did you mean 'defaults'?",
                        ":4:12: zombies: not a quantity: 'none': write a number and perhaps a unit, as in 512Mi, 1.5Gi, 100m or 1e3",
                        ":6:5: unknown key 'metrik', did you mean 'metric'?",
                        ":7:13: growth: not a rate: '5Mi': write a quantity per s, min, h, d or w, as in 5Mi/h or 0.1/min",
                        ":8:5: this rule sets nothing, expected one of growth, ceiling, horizon, settle, severity, known",
                        ":9:15: severity: unknown severity 'fatal': use fail, warn or ignore",
                        ":11:5: 'settle' is there twice",
                        ":12:33: expires: not a date: 'tomorrow', write it as in 2027-01-31",
                        ":13:12: 'reason' is missing here",
                        ":13:22: expires: not a date: '2027-02-30', write it as in 2027-01-31");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rules: 5                   | :1:8: 'rules' needs a list: begin each rule with a dash
            rules: [5]                 | :1:9: expected keys with values: leak, namespace, workload, container, metric, growth, ceiling, horizon, settle, severity, known
            - a                        | :1:1: expected keys with values: defaults, ceilings, rules
            rules: [{growth: -1/h}]    | :1:18: growth: growth that is allowed cannot be below 0: '-1/h'
            ceilings: {zombies: -5}    | :1:21: zombies: a ceiling cannot be below 0: '-5'; leave it out where there is none
            ceilings: {fds.*: 50%}     | :1:19: fds.*: a ceiling in % is for a metric that is a share, such as fds.limit_share, not for 'fds.*': write '50%' as a quantity, as in 512Mi or 100
            defaults: {ceiling: 50%}   | :1:21: ceiling: a ceiling in % is for a metric that is a share, such as fds.limit_share, not for all of them: write '50%' as a quantity, as in 512Mi or 100
            ceilings: {disk.used.a: 10mb} | :1:25: disk.used.a: not a quantity: '10mb': did you mean 10MB? Else write a number and perhaps a unit, as in 512Mi, 1.5Gi, 100m or 1e3
            quux: 1                    | :1:1: unknown key 'quux', known are defaults, ceilings, rules
            """)
    void saysWhatItExpects(String yaml, String problem) throws IOException {
        Path file = Files.writeString(temporary.resolve("policy.yaml"), yaml + "\n");
        assertThatExceptionOfType(PolicyException.class)
                .isThrownBy(() -> PolicyReader.read(file))
                .withMessageStartingWith(file + problem);
    }

    @Test
    void readsTheLeaksThatAreKnownByTheirId() throws IOException {
        Policy policy = PolicyReader.read(Files.writeString(temporary.resolve("policy.yaml"), """
                rules:
                  - leak: 3f2a9c1b
                    known: {reason: SHOP-124, expires: 2027-01-31}
                  - {metric: fds.open, severity: warn}
                  - {known: {reason: SHOP-125, expires: 2027-02-28}, leak: 01234567}
                  - {leak: 1234e567, known: {reason: SHOP-126, expires: 2027-02-28}}
                """));

        assertThat(policy.knownIds())
                .containsExactly(
                        new KnownId("3f2a9c1b", new KnownLeak("SHOP-124", LocalDate.of(2027, 1, 31)), "policy.yaml:2"),
                        new KnownId("01234567", new KnownLeak("SHOP-125", LocalDate.of(2027, 2, 28)), "policy.yaml:5"),
                        new KnownId("1234e567", new KnownLeak("SHOP-126", LocalDate.of(2027, 2, 28)), "policy.yaml:6"));
        assertThat(policy.rules()).hasSize(1);
        assertThat(PolicyReader.of(policy.asMap()).asMap()).isEqualTo(policy.asMap());
        assertThat(PolicyReader.read(EXAMPLE).knownIds()).hasSize(1);
    }

    @Test
    void aLeakIsKnownByItsIdOrByAllElse() throws IOException {
        Path file = Files.writeString(temporary.resolve("policy.yaml"), """
                rules:
                  - leak: 3F2A9C1B
                    known: {reason: SHOP-1, expires: 2027-01-31}
                  - leak: fds.open
                    known: {reason: SHOP-1, expires: 2027-01-31}
                  - leak: 3f2a9c1b
                  - leak: 3f2a9c1b
                    metric: fds.open
                    known: {reason: SHOP-1, expires: 2027-01-31}
                  - leak:
                    known: {reason: SHOP-1, expires: soon}
                """);
        PolicyException wrong = catchThrowableOfType(PolicyException.class, () -> PolicyReader.read(file));

        assertThat(wrong.problems())
                .map(problem -> problem.replace(file.toString(), ""))
                .containsExactlyInAnyOrder(
                        ":2:11: leak: not the id of a leak: '3F2A9C1B', write it as reports have it, as in 3f2a9c1b",
                        ":4:11: leak: not the id of a leak: 'fds.open', write it as reports have it, as in 3f2a9c1b",
                        ":6:5: 'known' is missing here",
                        ":8:5: unknown key 'metric', known are leak, known",
                        ":10:10: 'leak' needs one value",
                        ":11:38: expires: not a date: 'soon', write it as in 2027-01-31");
    }

    @Test
    void saysWhereTheFileIsNoYaml() throws IOException {
        Path file = Files.writeString(temporary.resolve("policy.yaml"), "rules:\n  - metric: \"open\n");
        assertThatExceptionOfType(PolicyException.class)
                .isThrownBy(() -> PolicyReader.read(file))
                .withMessageStartingWith(file + ":");
    }

    @Test
    void saysThatATabIsWrong() throws IOException {
        Path file = Files.writeString(temporary.resolve("policy.yaml"), "rules:\n\t- metric: fds.open\n");
        assertThatExceptionOfType(PolicyException.class)
                .isThrownBy(() -> PolicyReader.read(file))
                .withMessage(file + ":2:1: a tab is here, and YAML is indented with spaces");
    }

    @Test
    void saysThatAFolderIsNoPolicy() {
        assertThatExceptionOfType(PolicyException.class)
                .isThrownBy(() -> PolicyReader.read(temporary))
                .withMessage("cannot read the policy " + temporary + ": it is a folder, name the file in it");
    }

    @Test
    void takesSharesOfWhatIsOne() throws IOException {
        Policy policy = PolicyReader.read(Files.writeString(
                temporary.resolve("policy.yaml"), "ceilings: {fds.limit_share: 85%, pool: 50%, zombies: 10MB}"));
        assertThat(policy.rules().stream().map(rule -> rule.allowanceOverride().ceiling()))
                .containsExactly(0.85, 0.5, 1e7);
    }

    @Test
    void saysThatThereIsNoFile() {
        assertThatExceptionOfType(PolicyException.class)
                .isThrownBy(() -> PolicyReader.read(temporary.resolve("nowhere")))
                .withMessage("cannot read the policy " + temporary.resolve("nowhere") + ": there is no such file");
    }

    @Test
    void takesAnEmptyFileAsTheDefaults() throws IOException {
        assertThat(PolicyReader.read(Files.writeString(temporary.resolve("empty"), "# nothing\n")))
                .isEqualTo(Policy.DEFAULT);
        assertThat(PolicyReader.read(Files.writeString(temporary.resolve("bare"), "rules:\nceilings:\ndefaults:\n")))
                .isEqualTo(Policy.DEFAULT);
    }

    @Test
    void offersEditorsTheSameKeysThatItReads() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(Files.readString(SCHEMA));
        JsonNode definitions = schema.path("definitions");
        List<String> rule = Stream.of(PolicyReader.SCOPE, PolicyReader.CHANGE)
                .flatMap(List::stream)
                .toList();
        assertThat(keys(schema)).isEqualTo(PolicyReader.TOP);
        assertThat(keys(definitions.path("change"))).isEqualTo(PolicyReader.CHANGE);
        assertThat(keys(definitions.path("rule"))).isEqualTo(rule);
        assertThat(keys(definitions.path("knownId"))).isEqualTo(PolicyReader.BY_ID);
        assertThat(keys(definitions.path("known"))).isEqualTo(PolicyReader.KNOWN);
    }

    private static List<String> keys(JsonNode definition) {
        List<String> keys = new ArrayList<>();
        definition.path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static Target target(String namespace, String workload, String container) {
        return Target.container(namespace, "pod-1", container, workload);
    }

    private static Metric metric(String name) {
        return Metric.unlimited(name, Unit.BYTES, BadDirection.UP);
    }
}
