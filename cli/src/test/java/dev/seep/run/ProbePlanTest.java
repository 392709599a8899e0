package dev.seep.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.probe.Measurement;
import dev.seep.probe.Probe;
import dev.seep.run.TargetSelection.SourceKind;
import dev.seep.sample.BadDirection;
import dev.seep.sample.Metric;
import dev.seep.source.kubernetes.objects.CountingMode;
import dev.seep.store.SampleFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the default takes with it, and what it leaves out. */
class ProbePlanTest {
    private static final DefaultProbes BOTH = new DefaultProbes(true, true, List.of());

    @Test
    void theDefaultTakesTheDiskAndObjectsWithItAboutSixtyTimesARun() {
        ProbePlan plan = plan(BOTH, Duration.ofSeconds(2), Duration.ofMinutes(5));

        assertThat(probes(plan)).contains("memory", "sockets", "disk");
        assertThat(plan.thinned()).isEqualTo(Map.of("disk", Duration.ofSeconds(5)));
        assertThat(plan.objectKinds()).contains("jobs", "pods", "secrets").doesNotContain("leases");
        assertThat(plan.counting()).isEqualTo(CountingMode.ALONG);
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
        assertThat(plan.counting()).isEqualTo(CountingMode.NAMED);
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
        assertThat(ProbeSpec.all(List.of("default,n=cmd:list pods,events")))
                .last()
                .isEqualTo(new ProbeSpec("n", true, Map.of("cmd", "list pods,events")));
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
        String own = "seep.dev/name!=seep";
        assertThat(of(null, null, SampleFormat.JSONL)).isEqualTo(BOTH);
        assertThat(of(null, own, SampleFormat.JSONL)).isEqualTo(BOTH);
        assertThat(of(null, own, SampleFormat.CSV).leftOut())
                .containsExactly("disk (csv needs all columns beforehand)");
        assertThat(of(null, own, SampleFormat.CSV).disk()).isFalse();
        DefaultProbes some = of(null, "app=web," + own, SampleFormat.JSONL);
        assertThat(some.objects()).isFalse();
        assertThat(some.leftOut().get(0)).startsWith("objects (only some pods");
        assertThat(of(SourceKind.AGENT, null, SampleFormat.JSONL).leftOut())
                .containsExactly("disk (agents run nothing in containers)");
        assertThat(of(SourceKind.DOCKER, null, SampleFormat.JSONL))
                .isEqualTo(new DefaultProbes(true, false, List.of()));
        assertThat(DefaultProbes.of(selection(null, null, "java"), SampleFormat.JSONL))
                .isEqualTo(new DefaultProbes(false, false, List.of()));
    }

    private static DefaultProbes of(@Nullable SourceKind source, @Nullable String selector, SampleFormat format) {
        return DefaultProbes.of(selection(source, selector), format);
    }

    private static TargetSelection selection(
            @Nullable SourceKind source, @Nullable String selector, String... command) {
        return new TargetSelection(
                source,
                null,
                null,
                List.of(),
                false,
                selector,
                null,
                null,
                null,
                false,
                false,
                null,
                null,
                List.of(),
                List.of(),
                List.of(command));
    }

    private static ProbePlan plan(DefaultProbes added, String... words) {
        DefaultSchedule schedule = new DefaultSchedule(Duration.ofSeconds(2), Duration.ofMinutes(5));
        return ProbePlan.of(ProbeSpec.all(List.of(words)), schedule, Path.of(""), added);
    }

    private static ProbePlan plan(DefaultProbes added, Duration every, Duration length) {
        return ProbePlan.of(List.of(), new DefaultSchedule(every, length), Path.of(""), added);
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
