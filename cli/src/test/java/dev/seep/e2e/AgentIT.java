package dev.seep.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.store.RunReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent as a DaemonSet, beside execs in the same containers. */
class AgentIT {
    /**
     * Bytes: the kernel charges a cgroup in batches of up to 64 pages for every CPU, so that the usage of a container of
     * half a megabyte is not exact (kernel, cgroup-v1/memory.rst, 5.5).
     */
    private static final double FUZZ = 64 * 4096.0 * Runtime.getRuntime().availableProcessors();

    private static final String NAMESPACE = "seep-agent-it";
    private static Cluster cluster;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startPods() throws Exception {
        cluster = new Cluster(NAMESPACE);
        cluster.apply("/e2e/agent.yaml", "set");
    }

    @AfterAll
    static void removePods() throws Exception {
        cluster.close();
    }

    @Test
    void seesWhatExecsSeeAndContainersWithoutAShellToo() throws Exception {
        Result without = seep("run", "-n", NAMESPACE, "--source", "agent", "--agents", NAMESPACE, "--for", "5s");
        startAgent();
        Process exec = inAnotherProcess("--out", "exec");
        Result agent = seep(
                "run",
                "-n",
                NAMESPACE,
                "-l",
                "set=agent",
                "--source",
                "agent",
                "--agents",
                NAMESPACE,
                "--every",
                "1s",
                "--for",
                "40s",
                "--out",
                "agent");
        exec.waitFor(60, TimeUnit.SECONDS);

        assertThat(without.exit()).isEqualTo(4);
        assertThat(without.err()).contains("no agent runs").contains("seep manifest agent");
        assertThat(agent.exit()).as(agent.out() + agent.err()).isIn(0, 1, 3);
        Map<String, Double> byExec = medians(folder.resolve("exec"));
        Map<String, Double> byAgent = medians(folder.resolve("agent"));
        print(byExec, byAgent);
        assertThat(byExec).hasSizeGreaterThan(40).containsEntry(NAMESPACE + "/no-shell/app zombies", 0.0);
        assertThat(Files.readString(folder.resolve("exec/events.jsonl")))
                .contains("\"through\":\"agent\"")
                .doesNotContain("\"through\":\"kubelet\"");
        byExec.keySet().removeIf(series -> series.contains(" disk.")); // agents do not tell of the disk
        byExec.forEach((series, value) -> {
            assertThat(byAgent).containsKey(series);
            double slack = Math.max(0.05 * value, series.contains(" memory.") ? FUZZ : 0);
            assertThat(byAgent.get(series)).as(series).isBetween(value - slack, value + slack);
        });
        assertThat(byAgent)
                .containsEntry(NAMESPACE + "/no-shell/app processes", 1.0)
                .containsEntry(NAMESPACE + "/loaded/app zombies", 25.0)
                .containsEntry(NAMESPACE + "/connected sockets.tcp.close_wait", 15.0)
                .containsKey(NAMESPACE + "/no-shell/app memory.anon")
                .containsKey(NAMESPACE + "/no-shell sockets.tcp.listen");
    }

    @Test
    void refusesWhatWouldRunSomethingInContainers() {
        Result result = seep("run", "-n", NAMESPACE, "--source", "agent", "--probe", "default,disk", "--for", "5s");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("--probe disk runs something in the containers");
    }

    private void startAgent() throws Exception {
        Result manifest = seep("manifest", "agent", "--in", NAMESPACE, "--image", OnThisMachine.IMAGE);
        Path file = folder.resolve("agent.yaml");
        Files.writeString(file, new OnThisMachine(manifest.out()).yaml());
        cluster.kubectl("apply", "-f", file.toString());
        cluster.kubectl("rollout", "status", "daemonset/seep-agent", "-n", NAMESPACE, "--timeout=80s");
    }

    private Process inAnotherProcess(String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.seep.Main"));
        command.addAll(List.of("run", "-n", NAMESPACE, "-l", "set=agent", "--agents", NAMESPACE));
        command.addAll(List.of("--every", "1s", "--for", "40s"));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    /** The median of each series. */
    private static Map<String, Double> medians(Path run) throws Exception {
        Run recorded = RunReader.read(run);
        Map<String, Double> medians = new TreeMap<>();
        for (Series series : recorded.series()) {
            double[] values = new double[series.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = series.value(i);
            }
            java.util.Arrays.sort(values);
            if (values.length > 0) {
                medians.put(series.name(), values[values.length / 2]);
            }
        }
        return medians;
    }

    private static void print(Map<String, Double> byExec, Map<String, Double> byAgent) {
        System.out.printf("%-60s %14s %14s %8s%n", "series (median)", "exec", "agent", "");
        byAgent.forEach((series, agent) -> {
            Double exec = byExec.get(series);
            String share = exec == null
                    ? ""
                    : exec == 0 ? (agent == 0 ? "=" : "!") : "%+.1f %%".formatted(100 * (agent - exec) / exec);
            System.out.printf(
                    "%-60s %14s %14.4g %8s%n", series, exec == null ? "-" : "%.4g".formatted(exec), agent, share);
        });
    }

    private Result seep(String... args) {
        CliRunner runner = new CliRunner(folder);
        System.getenv().forEach(runner::with);
        return runner.run(args);
    }
}
