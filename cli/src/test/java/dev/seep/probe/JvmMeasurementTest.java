package dev.seep.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.probe.Measurement.Output;
import dev.seep.probe.Measurement.Result;
import dev.seep.sample.GapReason;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class JvmMeasurementTest {
    private static final JvmMeasurement JVM =
            new JvmMeasurement(new Terms(Duration.ofSeconds(30), Duration.ofSeconds(20), Pattern.compile("")));

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
        assertThat(gaps("jvm 32768\n\u00ca\u00fe\u00c0")).isEqualTo(Map.of("jvm", GapReason.MALFORMED));
        assertThat(gaps("jvm 4\nabcd\n")).isEqualTo(Map.of("jvm", GapReason.MALFORMED));
    }

    private static Map<String, GapReason> gaps(String out) {
        return JVM.read(new Output(0, out, "")).reading().gaps();
    }

    private static Result run(long... pids) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "-c", ((Way.Command) JVM.way()).script(), "seep"));
        for (long pid : pids) {
            command.add(String.valueOf(pid));
        }
        Process process = new ProcessBuilder(command).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        return JVM.read(new Output(process.waitFor(), out, ""));
    }
}
