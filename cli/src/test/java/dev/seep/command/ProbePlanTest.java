package dev.seep.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.probe.Measurement;
import dev.seep.probe.Probe;
import dev.seep.sample.BadDirection;
import dev.seep.sample.Metric;
import dev.seep.source.kubernetes.Counting;
import dev.seep.store.SampleFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the default takes with it, and what it leaves out. */
class ProbePlanTest {
    private static final Companions BOTH = new Companions(true, true, List.of());

    @Test
    void theDefaultTakesTheDiskAndObjectsWithItAboutSixtyTimesARun() {
        ProbePlan plan = plan(BOTH, Duration.ofSeconds(2), Duration.ofMinutes(5));

        assertThat(probes(plan)).contains("memory", "sockets", "disk");
        assertThat(plan.thinned()).isEqualTo(Map.of("disk", Duration.ofSeconds(5)));
        assertThat(plan.objectKinds()).contains("jobs", "pods", "secrets").doesNotContain("leases");
        assertThat(plan.counting()).isEqualTo(Counting.ALONG);
        assertThat(plan.beside().get(0).schedule().every()).isEqualTo(Duration.ofSeconds(5));
        assertThat(plan(BOTH, Duration.ofSeconds(10), Duration.ofMinutes(1)).thinned())
                .isEqualTo(Map.of("disk", Duration.ofSeconds(10)));
        assertThat(plan(BOTH, Duration.ofSeconds(10), Duration.ofDays(2)).thinned())
                .isEqualTo(Map.of("disk", Duration.ofMinutes(5)));
    }

    @Test
    void aNameOfItsOwnIsMeasuredAsSomebodySays() {
        ProbePlan plan = plan(BOTH, "default,disk:path=/data,objects:kinds=jobs");

        assertThat(probes(plan)).contains("memory").doesNotContain("disk");
        assertThat(plan.beside()).extracting(Measurement::name).containsExactly("disk", "objects");
        assertThat(plan.objectKinds()).containsExactly("jobs");
        assertThat(plan.counting()).isEqualTo(Counting.NAMED);
        assertThat(plan(BOTH, "default,disk:every=20s").thinned()).isEmpty();
    }

    @Test
    void namedProbesTakeNothingWithThem() {
        ProbePlan plan = plan(BOTH, "memory,fds");

        assertThat(probes(plan)).containsExactly("memory", "fds");
        assertThat(plan.beside()).isEmpty();
        assertThat(plan.countsAlone()).isFalse();
        assertThat(plan(BOTH, "objects").countsAlone()).isTrue();
        assertThat(plan(BOTH, "objects,disk").countsAlone()).isFalse();
        assertThat(plan(BOTH, "objects,fds").countsAlone()).isFalse();
    }

    @Test
    void aKindHasOneNameHoweverItIsCalled() {
        assertThat(plan(BOTH, "objects:kinds=configmap,configmaps,cm,PVC,widgets.example.com")
                        .objectKinds())
                .containsExactly("configmaps", "persistentvolumeclaims", "widgets.example.com");
    }

    @Test
    void eventsAreAKindAndAWordOfACommandAndNoNextProbe() {
        assertThat(plan(BOTH, "default,objects:kinds=jobs,events").objectKinds())
                .containsExactly("jobs", "events");
        assertThat(ProbeWord.all(List.of("default,n=cmd:list pods,events")))
                .last()
                .isEqualTo(new ProbeWord("n", true, Map.of("cmd", "list pods,events")));
    }

    @Test
    void oneLoopThatLeavesJobsBehindIsOneJudgedSeriesAndEventsAreNone() {
        assertThat(judged(plan(BOTH)))
                .contains("objects.jobs", "objects.pods.without_jobs", "objects.configmaps", "objects.secrets")
                .doesNotContain(
                        "objects.jobs.finished",
                        "objects.jobs.active",
                        "objects.pods",
                        "objects.pods.succeeded",
                        "objects.events",
                        "objects.events.deleting");
        assertThat(judged(plan(BOTH, "objects:kinds=pods")))
                .contains("objects.pods")
                .doesNotContain("objects.pods.without_jobs");
    }

    @Test
    void whatMakesNoSenseIsLeftOutInWords() {
        SelectionOptions shop = new SelectionOptions();
        assertThat(of(shop, SampleFormat.JSONL)).isEqualTo(BOTH);
        shop.selector = "seep.dev/name!=seep";
        assertThat(of(shop, SampleFormat.JSONL)).isEqualTo(BOTH);
        assertThat(of(shop, SampleFormat.CSV).leftOut()).containsExactly("disk (csv needs all columns beforehand)");
        assertThat(of(shop, SampleFormat.CSV).disk()).isFalse();
        shop.selector = "app=web,seep.dev/name!=seep";
        assertThat(of(shop, SampleFormat.JSONL).objects()).isFalse();
        assertThat(of(shop, SampleFormat.JSONL).leftOut().get(0)).startsWith("objects (only some pods");
        SelectionOptions agents = new SelectionOptions();
        agents.source = SelectionOptions.SourceKind.AGENT;
        assertThat(of(agents, SampleFormat.JSONL).leftOut()).containsExactly("disk (agents run nothing in containers)");
        SelectionOptions docker = new SelectionOptions();
        docker.source = SelectionOptions.SourceKind.DOCKER;
        assertThat(of(docker, SampleFormat.JSONL)).isEqualTo(new Companions(true, false, List.of()));
        assertThat(Companions.of(new SelectionOptions(), List.of("java"), SampleFormat.JSONL))
                .isEqualTo(new Companions(false, false, List.of()));
    }

    private static Companions of(SelectionOptions selection, SampleFormat format) {
        return Companions.of(selection, List.of(), format);
    }

    private static ProbePlan plan(Companions companions, String... words) {
        UsualTerms usual = new UsualTerms(Duration.ofSeconds(2), Duration.ofMinutes(5));
        return ProbePlan.of(ProbeWord.all(List.of(words)), usual, Path.of(""), companions);
    }

    private static ProbePlan plan(Companions companions, Duration every, Duration length) {
        return ProbePlan.of(List.of(), new UsualTerms(every, length), Path.of(""), companions);
    }

    private static List<String> probes(ProbePlan plan) {
        return plan.probes().probes().stream().map(Probe::name).toList();
    }

    private static List<String> judged(ProbePlan plan) {
        return plan.beside().stream()
                .flatMap(measurement -> measurement.metrics().stream())
                .filter(metric -> metric.bad() != BadDirection.NEITHER)
                .map(Metric::name)
                .collect(Collectors.toList());
    }
}
