package dev.seep.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.probe.Measurement.Output;
import dev.seep.probe.Measurement.Result;
import dev.seep.sample.BadDirection;
import dev.seep.sample.GapReason;
import dev.seep.sample.Metric;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class JvmMeasurementTest {
    private static final JvmMeasurement JVM = new JvmMeasurement(
            new MeasurementSchedule(Duration.ofSeconds(30), Duration.ofSeconds(20), Pattern.compile("")));

    @Test
    void readsWhatThisJvmSaysOfItself() throws Exception {
        Map<String, Double> values =
                run(ProcessHandle.current().pid()).reading().values();

        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        int classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
        assertThat(values.get("jvm.threads")).isBetween(threads - 5.0, threads + 5.0);
        assertThat(values.get("jvm.classes")).isBetween(classes * 0.95, classes * 1.05);
        assertThat(values.get("jvm.heap.old_limit"))
                .isBetween(1.0, Runtime.getRuntime().maxMemory() * 1.1);
        assertThat(values).containsKeys("jvm.heap.used", "jvm.heap.old", "jvm.metaspace");
    }

    @Test
    void hasALiveSetOnlyWhereTheHeapWasCollected() throws Exception {
        Measurement.Reader reader = JVM.reader();
        String before = answer(ProcessHandle.current().pid());
        System.gc();
        System.gc();
        String after = answer(ProcessHandle.current().pid());

        assertThat(read(reader, before)).doesNotContainKey("jvm.heap.live");
        Map<String, Double> values = read(reader, after);
        assertThat(values.get("jvm.heap.live")).isEqualTo(values.get("jvm.heap.old"));
        assertThat(read(reader, after)).doesNotContainKey("jvm.heap.live");
    }

    @Test
    void addsUpWhatIsKnownOfAllJvmsOfATarget() {
        Measurement.Reader reader = JVM.reader();
        read(reader, parallel(1, 20).answer(7) + parallel(4, 500).answer(8));

        assertThat(read(reader, parallel(2, 10).answer(7) + parallel(4, 600).answer(8)))
                .as("the other was not collected so far")
                .doesNotContainKey("jvm.heap.live");
        assertThat(read(reader, parallel(2, 15).answer(7) + parallel(5, 300).answer(8)))
                .containsEntry("jvm.heap.live", 310.0);
        assertThat(read(reader, parallel(3, 11).answer(7) + parallel(5, 450).answer(8)))
                .containsEntry("jvm.heap.live", 311.0);
        assertThat(read(reader, parallel(4, 12).answer(7)))
                .as("of those that are left")
                .containsEntry("jvm.heap.live", 12.0);
    }

    @Test
    void onlyTheLiveSetOfAHeapIsJudged() {
        assertThat(JVM.metrics().stream()
                        .filter(metric -> metric.bad() != BadDirection.NEITHER)
                        .map(Metric::name))
                .containsExactly("jvm.heap.live", "jvm.metaspace", "jvm.classes", "jvm.threads");
    }

    private static PerfBytes parallel(int fulls, int old) {
        return new PerfBytes()
                .with("sun.gc.collector.1.name", "Parallel full collection pauses")
                .with("sun.gc.collector.1.invocations", fulls)
                .with("sun.gc.generation.1.space.0.used", old);
    }

    private static Map<String, Double> read(Measurement.Reader reader, String answer) {
        return reader.read(new Output(0, answer, "")).reading().values();
    }

    @Test
    void saysNothingAtAllOfWhatIsNoJvm() throws Exception {
        Process other = new ProcessBuilder("sleep", "100").start();
        try {
            Result result = run(other.pid());

            assertThat(result.reading().values()).isEmpty();
            assertThat(result.reading().gaps()).isEmpty();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void takesWhatCannotBeReadForAGap() {
        assertThat(gaps("jvm denied\n")).isEqualTo(Map.of("jvm", GapReason.DENIED));
        assertThat(gaps("jvm absent\n")).isEqualTo(Map.of("jvm", GapReason.ABSENT));
        assertThat(gaps("jvm 32768 7\n\u00ca\u00fe\u00c0")).isEqualTo(Map.of("jvm", GapReason.MALFORMED));
        assertThat(gaps("jvm 4 7\nabcd\n")).isEqualTo(Map.of("jvm", GapReason.MALFORMED));
    }

    private static Map<String, GapReason> gaps(String out) {
        return JVM.read(new Output(0, out, "")).reading().gaps();
    }

    private static Result run(long pid) throws Exception {
        return JVM.read(new Output(0, answer(pid), ""));
    }

    private static String answer(long pid) throws Exception {
        String script = ((Transport.Command) JVM.transport()).script();
        Process process = new ProcessBuilder("sh", "-c", script, "seep", String.valueOf(pid)).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(process.waitFor()).isZero();
        return out;
    }
}
