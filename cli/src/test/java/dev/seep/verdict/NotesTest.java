package dev.seep.verdict;

import static dev.seep.verdict.RunOf.event;
import static dev.seep.verdict.RunOf.meantFor;
import static dev.seep.verdict.RunOf.pod;
import static dev.seep.verdict.RunOf.run;
import static dev.seep.verdict.RunOf.series;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Abnormality;
import dev.seep.sample.Event;
import dev.seep.sample.Run;
import dev.seep.sample.Target;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import dev.seep.verdict.policy.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told beside the findings, and findings that rest on no series. */
class NotesTest {
    private static final Target WEB = pod("web-1");
    private static final Target PROGRAM = Target.process("app");

    @TempDir
    private Path folder;

    @Test
    void aProbeThatNeverSpokeIsOpenAndNamedWithItsComplaint() {
        Event failed =
                event(5, Event.Type.POLL_FAILED, WEB, "probe", "words", "message", "words is not a number: hello");
        Run run = meantFor(null, List.of("words", "fds"), run(List.of(series(WEB, "fds.open", 0, 0)), failed));

        Verdict verdict = judge(run);

        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.reason()).startsWith("1 measurement is missing: words never brought a value");
        assertThat(verdict.findings())
                .filteredOn(Finding::isFact)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.series()).isEqualTo("words");
                    assertThat(finding.reason()).isEqualTo("never brought a value: words is not a number: hello");
                });
    }

    @Test
    void aProbeThatSpokeOnceOrWasNotAskedForIsNone() {
        Event failed = event(5, Event.Type.POLL_FAILED, WEB, "probe", "disk", "message", "disk: no df");
        Run run = meantFor(null, List.of("rows"), run(List.of(series(WEB, "rows.a", 0, 50)), failed));

        assertThat(judge(run).findings()).noneMatch(Finding::isFact);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exit 3   | 60 | LEAK | ended with exit code 3 after 12 s of 60 s
            exit 139 | 60 | LEAK | ended with exit code 139 (signal 11) after 12 s of 60 s
            exit 3   |    | LEAK | ended with exit code 3 after 12 s
            ended    | 60 | LEAK | ended, with which exit code is not known, after 12 s of 60 s
            ended    |    | PASS | ended, with which exit code is not known, after 12 s
            exit 0   | 60 | PASS | ended by itself with exit code 0 after 12 s of 60 s
            """)
    void aProgramThatEndsBeforeItsTimeIsTold(String end, Integer planned, Outcome outcome, String reason) {
        Run bare = run(
                List.of(series(PROGRAM, "fds.open", 0, 0)),
                event(0, Event.Type.APPEARED, PROGRAM),
                event(12, Event.Type.VANISHED, PROGRAM, "reason", end));

        Verdict verdict = judge(meantFor(planned == null ? null : Duration.ofSeconds(planned), List.of(), bare));

        assertThat(verdict.outcome()).isEqualTo(outcome);
        String told = outcome == Outcome.LEAK
                ? verdict.findings().get(0).reason()
                : verdict.notes().get(0).replace("local/app exit: ", "");
        assertThat(told).isEqualTo(reason);
    }

    @Test
    void aProgramThatEndedBeforeAnythingCouldBeJudgedFails() {
        Run run = run(
                List.of(),
                event(0, Event.Type.APPEARED, PROGRAM),
                event(1, Event.Type.VANISHED, PROGRAM, "reason", "exit 3", "output", "run/output.log", "said", "a\nb"));

        Verdict verdict = judge(run);

        assertThat(verdict.outcome()).isEqualTo(Outcome.LEAK);
        assertThat(verdict.findings().get(0).reason())
                .isEqualTo("ended with exit code 3 after 1 s; its output is in run/output.log; it said last: a | b");
    }

    @Test
    void aProgramThatEndsWithoutErrorBeforeAnythingCouldBeJudgedDoesNotPass() {
        Run run = run(List.of(), event(1, Event.Type.VANISHED, PROGRAM, "reason", "exit 0"));

        assertThat(judge(run).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void aContainerThatCouldNotBeReadForAFifthIsNamedWithTheReason() {
        Run run = run(
                List.of(
                        series(WEB, "fds.open", 0, 20),
                        series(WEB, "memory.rss", 0, 40),
                        series(WEB, "rows", 0, 0),
                        series(pod("web-2"), "fds.open", 0, 10)),
                event(5, Event.Type.POLL_FAILED, WEB, "reason", "timeout"),
                event(15, Event.Type.POLL_RECOVERED, WEB),
                event(20, Event.Type.POLL_FAILED, WEB, "probe", "rows", "message", "of a probe"),
                event(30, Event.Type.POLL_FAILED, WEB, "reason", "failed", "message", "no such container"),
                event(90, Event.Type.POLL_RECOVERED, WEB));

        assertThat(judge(run).notes())
                .containsExactly("shop/web-1/app could not be read for 40 % of its polls, mostly: no such container");
    }

    @Test
    void aContainerThatLeavesIsNotNamed() {
        Run run = run(
                List.of(series(WEB, "fds.open", 0, 40)),
                event(5, Event.Type.POLL_FAILED, WEB, "reason", "target-gone"),
                event(45, Event.Type.VANISHED, WEB, "reason", "deleted"));

        assertThat(judge(run).notes()).isEmpty();
    }

    @Test
    void aContainerThatLeavesIsNamedForWhatWasBefore() {
        Run run = run(
                List.of(series(WEB, "fds.open", 0, 40)),
                event(5, Event.Type.POLL_FAILED, WEB, "reason", "timeout"),
                event(95, Event.Type.POLL_RECOVERED, WEB),
                event(200, Event.Type.POLL_FAILED, WEB, "reason", "target-gone"),
                event(230, Event.Type.VANISHED, WEB, "reason", "deleted"));

        assertThat(judge(run).notes())
                .containsExactly("shop/web-1/app could not be read for 30 % of its polls, mostly: timeout");
    }

    @Test
    void rulesThatAreForNothingAreNamedWithWhatMayBeMeant() throws IOException {
        Policy policy = policy("""
                ceilings: {zombie: 0, restarts: 5, events.Evicted: 0}
                rules:
                  - {workload: deployment/nosuch, metric: fds.open, severity: warn}
                  - {workload: web, severity: ignore}
                  - {namespace: shopp, severity: warn}
                  - {container: ap, severity: warn}
                  - {workload: deployment/web, metric: fds.*, severity: warn}
                """);
        Run run = run(List.of(series(WEB, "fds.open", 0, 0), series(WEB, "zombies", 0, 0)));

        assertThat(new Judge(policy).judge(run).notes())
                .containsExactly(
                        "policy.yaml:1: no series has the metric 'zombie'; did you mean 'zombies'?",
                        "policy.yaml:1: no series has the metric 'events.Evicted'; did you mean 'events: {Evicted: 0}'?",
                        "policy.yaml:3: no workload is called 'deployment/nosuch'",
                        "policy.yaml:4: no workload is called 'web'; did you mean 'deployment/web'?",
                        "policy.yaml:5: no series is of the namespace 'shopp'; did you mean 'shop'?",
                        "policy.yaml:6: no container is called 'ap'; did you mean 'app'?");
    }

    @Test
    void ceilingsOfEventsThatNobodyKnowsAreNamed() throws IOException {
        Policy policy = policy("""
                events:
                  Evictd: 0
                  oomkilled: 0
                  Evicted: 0
                  Failed*: 3
                  QuotaSoonFull: 0
                  CertificateNearExpiry: 0
                """);
        Abnormality quota = new Abnormality("shop", "quota/all", "QuotaSoonFull", "", 1);
        Event happened = new Event(RunOf.START, Event.Type.ABNORMAL, null, null, quota.detail());

        assertThat(new Judge(policy)
                        .judge(run(List.of(series(WEB, "fds.open", 0, 0)), happened))
                        .notes())
                .containsExactly(
                        "policy.yaml:2: no event of this run has the reason 'Evictd', and it is none of the usual ones;"
                                + " did you mean 'Evicted'?",
                        "policy.yaml:3: no event of this run has the reason 'oomkilled', and it is none of the usual"
                                + " ones; did you mean 'OOMKilled'?",
                        "policy.yaml:7: no event of this run has the reason 'CertificateNearExpiry', and it is none of"
                                + " the usual ones");
    }

    @Test
    void notesOfAKindAreBounded() throws IOException {
        StringBuilder yaml = new StringBuilder("ceilings:\n");
        IntStream.range(0, 500).forEach(i -> yaml.append("  nothing").append(i).append(": 1\n"));

        List<String> notes = new Judge(policy(yaml.toString()))
                .judge(run(List.of(series(WEB, "fds.open", 0, 0))))
                .notes();

        assertThat(notes).hasSize(11).last().isEqualTo("and 490 more rules that are for no series");
    }

    @Test
    void aKnownLeakCoversWhatBelongsToIt() throws IOException {
        Policy policy = policy("""
                rules:
                  - {workload: deployment/web, metric: fds.open, known: {reason: SHOP-1, expires: 2027-01-31}}
                  - {workload: deployment/web, metric: sockets.tcp.a, known: {reason: SHOP-2, expires: 2027-01-31}}
                  - {workload: deployment/web, metric: fds.sockets, severity: fail}
                """);
        Target other = Target.container("shop", "api-1", "app", "deployment/api");
        Run run = run(List.of(
                series(WEB, "fds.open", 5, 0),
                series(WEB, "fds.limit_share", 5, 0),
                series(WEB, "fds.sockets", 5, 0),
                series(WEB, "sockets.tcp.b", 5, 0),
                series(WEB, "sockets.tcp.a.old", 5, 0),
                series(other, "fds.limit_share", 5, 0)));

        List<Finding> findings = new Judge(policy).judge(run).findings();

        assertThat(findings).allMatch(finding -> finding.outcome() == Outcome.LEAK);
        assertThat(findings)
                .filteredOn(finding -> finding.severity() == Severity.WARN)
                .map(Finding::series)
                .containsExactlyInAnyOrder(
                        "shop/deployment/web/app fds.open",
                        "shop/deployment/web/app fds.limit_share",
                        "shop/deployment/web/app sockets.tcp.a.old");
    }

    @Test
    void aKnownLeakThatDoesNotShowIsTold() throws IOException {
        Policy policy = policy("""
                rules:
                  - {workload: deployment/web, metric: fds.open, known: {reason: SHOP-1, expires: 2027-01-31}}
                  - {workload: deployment/web, metric: threads, known: {reason: SHOP-2, expires: 2027-01-31}}
                """);
        Run run = run(List.of(series(WEB, "fds.open", 0, 0), series(WEB, "threads", 5, 0)));

        assertThat(new Judge(policy).judge(run).notes())
                .containsExactly("policy.yaml:2: the known leak SHOP-1 (shop/deployment/web/app fds.open) no longer"
                        + " shows: unless it needs a longer run, its rule can go");
    }

    @Test
    void aKnownIdThatFitsNoLeakIsToldWithItsPlace() throws IOException {
        Policy policy = policy("""
                rules:
                  - leak: 3f2a9c1b
                    known: {reason: SHOP-1, expires: 2027-01-31}
                """);

        assertThat(new Judge(policy)
                        .judge(run(List.of(series(WEB, "fds.open", 0, 0))))
                        .notes())
                .containsExactly("policy.yaml:2: no leak of this run has the id 3f2a9c1b: unless it needs a longer run,"
                        + " its rule can go");
    }

    @Test
    void growthThatIsAllowedIsNotCalledFarFromItsLimit() throws IOException {
        Policy policy = policy("rules: [{metric: fds.open, growth: 9000/h}]");

        Finding finding = new Judge(policy)
                .judge(run(List.of(series(WEB, "fds.open", 5, 0))))
                .findings()
                .get(0);

        assertThat(finding.outcome()).isEqualTo(Outcome.PASS);
        assertThat(finding.reason()).startsWith("grows 3,600/h").endsWith(", the policy allows 9,000/h");
    }

    private Policy policy(String yaml) throws IOException {
        return PolicyReader.read(Files.writeString(folder.resolve("policy.yaml"), yaml));
    }

    @Test
    void aKnownEndOfAProgramIsToldAsKnown() {
        Policy known = PolicyReader.of(Map.of(
                "rules",
                List.of(Map.of("metric", "exit", "known", Map.of("reason", "SHOP-1", "expires", "2027-03-01")))));
        Run failed = run(List.of(), event(1, Event.Type.VANISHED, PROGRAM, "reason", "exit 3"));

        Finding finding = new Judge(known).judge(failed).findings().get(0);

        assertThat(finding.reason())
                .isEqualTo("ended with exit code 3 after 1 s; known: SHOP-1, allowed until 2027-03-01");
        assertThat(finding.severity()).isEqualTo(Severity.WARN);
    }

    private static Verdict judge(Run run) {
        return new Judge(Policy.DEFAULT).judge(run);
    }
}
