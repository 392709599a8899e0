package dev.seep.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.probe.PollRequest;
import dev.seep.probe.ProbeSet;
import dev.seep.sample.Metric;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The demo's processes, started for real. The time limits only end a test that would hang. */
@EnabledOnOs(OS.LINUX)
@Timeout(600)
class DemoKindTest {
    private static final ProbeSet PROBES = ProbeSet.all();

    @ParameterizedTest
    @EnumSource
    void growsWhereItIsMeantToAndEndsWithItsInput(DemoKind kind) throws IOException {
        Process process = new ProcessBuilder(kind.command()).start();
        List<ProcessHandle> descendants;
        try {
            Map<String, Double> first = values(process);
            for (String metric : kind.leaks()) {
                while (values(process).getOrDefault(metric, 0.0) <= first.getOrDefault(metric, 0.0)) {
                    assertThat(process.isAlive()).isTrue();
                }
            }
            descendants = process.descendants().toList();
            process.getOutputStream().close();
            process.onExit().join();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isZero();
        descendants.forEach(descendant -> descendant.onExit().join());
    }

    @Test
    void givesBackItsMemoryWithEachBreath() throws IOException {
        Process process = new ProcessBuilder(DemoKind.BREATHING.command()).start();
        try {
            double highest = 0;
            double now = 0;
            while (now >= highest - (20 << 20)) {
                now = values(process).getOrDefault("memory.rss", 0.0);
                highest = Math.max(highest, now);
            }
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void leaksOnMetricsThatThereAre() {
        List<String> metrics = PROBES.metrics().stream().map(Metric::name).toList();

        for (DemoKind kind : DemoKind.values()) {
            assertThat(metrics).containsAll(kind.leaks());
            assertThat(DemoKind.ofWord(kind.word())).isSameAs(kind);
        }
        assertThat(DemoKind.STEADY.isMeantToLeak()).isFalse();
        assertThat(DemoKind.ZOMBIE_LEAK.isMeantToLeak()).isTrue();
    }

    private static Map<String, Double> values(Process process) throws IOException {
        PollRequest pollRequest =
                new PollRequest(1, List.of("memory", "fds", "processes", "threads", "zombies", "sockets"));
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", PROBES.once(pollRequest), "seep", "" + process.pid()));
        process.descendants().forEach(descendant -> command.add("" + descendant.pid()));
        Process once = new ProcessBuilder(command).start();
        String out = new String(once.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        return PROBES.read(pollRequest, out).values();
    }
}
