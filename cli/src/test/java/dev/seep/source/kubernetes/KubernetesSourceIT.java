package dev.seep.source.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Answered;
import dev.seep.source.ExecResult.Exited;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.ExecResult.Seen;
import dev.seep.source.ExecResult.TimedOut;
import dev.seep.source.LiveTarget;
import dev.seep.source.Shell;
import dev.seep.source.Shell.Opening.Opened;
import dev.seep.source.ShellSession;
import dev.seep.source.exec.ExecTarget;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.api.ClusterDirectory;
import dev.seep.source.kubernetes.api.KubernetesConnection;
import dev.seep.source.kubernetes.exec.ExecEngine;
import dev.seep.source.kubernetes.pods.KubernetesSelection;
import dev.seep.testing.RecordingListener;
import dev.seep.testing.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The source on the real cluster of {@code KUBECONFIG}, which must have {@code kubectl} beside it and the images
 * {@code local/busybox:1}, {@code local/dash:1} and {@code local/static:1}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubernetesSourceIT {
    private static final String NAMESPACE = "seep-source-it";
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String ECHO = "while read -r line; do echo \"got $line\"; echo END; done";
    private static final String IDLE = "trap 'exit 0' TERM; while :; do sleep 1; done";

    /** Holds 40 MB. */
    private static final String HEAVY = "awk -v f=%131072s -v s='sleep 100000'"
            + " 'BEGIN { for (i = 0; i < 300; i++) kept[i] = sprintf(f, 1); system(s) }'";

    @SuppressWarnings("NullAway.Init")
    private RecordingListener listener;

    @SuppressWarnings("NullAway.Init")
    private KubernetesSource source;

    @BeforeAll
    void createPods() throws Exception {
        kubectl("", "delete", "namespace", NAMESPACE, "--ignore-not-found");
        kubectl("", "create", "namespace", NAMESPACE);
        apply(pod("busy", container("app", "busybox", IDLE)));
        apply(pod("dash", container("app", "dash", IDLE)));
        apply(pod("bare", "{name: app, image: 'local/static:1', imagePullPolicy: Never}"));
        apply(pod(
                "pair",
                "{name: bare, image: 'local/static:1', imagePullPolicy: Never}",
                container("app", "busybox", IDLE)));
        apply(pod("heavy", container("app", "busybox", HEAVY)));
        kubectl("", "wait", "-n", NAMESPACE, "pod", "--all", "--for=condition=Ready", "--timeout=60s");
    }

    @org.junit.jupiter.api.BeforeEach
    void startSource() throws Exception {
        listener = new RecordingListener();
        source = KubernetesSource.connect(
                new KubernetesConnection(null, null, System.getenv()), KubernetesSelection.of(NAMESPACE));
        source.start(listener);
    }

    @AfterEach
    void stopSource() {
        source.close();
    }

    @AfterAll
    void removePods() throws Exception {
        kubectl("", "delete", "namespace", NAMESPACE, "--wait=false");
    }

    @Test
    void runsScriptsInBusyboxAndDash() {
        for (String pod : List.of("busy", "dash")) {
            assertThat(join(shell(pod + "/app").run("echo out; echo err >&2; exit 7", LONG)))
                    .isEqualTo(new Exited(7, "out\n", "err\n"));
        }
    }

    @Test
    void readsLargeOutputWhole() {
        Exited exited = (Exited) join(shell("busy/app").run("yes 0123456789abcde | head -c 2000000", LONG));
        assertThat(exited.out()).hasSize(2_000_000);
    }

    @Test
    void cutsAScriptThatHangs() {
        assertThat(join(shell("busy/app").run("sleep 1000", Duration.ofSeconds(1))))
                .isInstanceOf(TimedOut.class);
    }

    @Test
    void saysThatAContainerHasNoShell() {
        Failed failed = (Failed) join(shell("bare/app").run("true", LONG));
        assertThat(failed.reason()).isEqualTo(GapReason.NO_SHELL);
        Shell.Opening.Refused refused =
                (Shell.Opening.Refused) join(shell("bare/app").open(ECHO, LONG));
        assertThat(((Failed) refused.result()).reason()).isEqualTo(GapReason.NO_SHELL);
    }

    @Test
    void theKubeletSeesAContainerWithoutAShell() {
        Seen seen = seen("bare/app");

        assertThat(seen.values()).containsEntry("processes", 1.0).containsKeys("memory.anon", "fds.open", "threads");
        assertThat(seen.gaps()).isEqualTo(Map.of("sockets", GapReason.NO_SHELL));
    }

    @Test
    void aDebugContainerSeesTheProcessesOfTheOneBesideItAndIsUsedAgain() throws Exception {
        for (int i = 0; i < 2; i++) {
            source.close();
            startSource();
            source.close();
            source = KubernetesSource.connect(
                            new KubernetesConnection(null, null, System.getenv()), KubernetesSelection.of(NAMESPACE))
                    .throughDebugContainers("docker.io/local/busybox:1");
            source.start(listener);
            Exited exited = (Exited) join(shell("pair/bare").run("read -r c </proc/$1/comm; echo $# $c", LONG));
            assertThat(exited.out()).matches("1 \\S+\n").doesNotContain("sh\n");
        }
        assertThat(kubectl(
                        "",
                        "get",
                        "pod",
                        "-n",
                        NAMESPACE,
                        "pair",
                        "-o",
                        "jsonpath={.spec.ephemeralContainers[*].name}"))
                .isEqualTo("seep-bare");
    }

    @Test
    void theKubeletAndTheContainerItselfAgreeWithinFivePercent() {
        Exited exited = (Exited) join(shell("heavy/app")
                .run(
                        "cat /sys/fs/cgroup/memory/memory.stat /sys/fs/cgroup/memory.stat 2>/dev/null"
                                + " | awk '$1 == \"total_rss\" || $1 == \"anon\" { print $2; exit }'",
                        LONG));

        double inside = Double.parseDouble(exited.out().strip());
        assertThat(inside).isGreaterThan(30e6);
        assertThat(seen("heavy/app").values().get("memory.anon")).isCloseTo(inside, withinPercentage(5));
    }

    /** As the kubelet sees it when it is up. */
    private Seen seen(String container) {
        Shell shell = shell(container);
        Instant up = target(container).life().start().plusSeconds(5);
        List<String> probes = List.of("memory", "fds", "processes", "threads", "sockets");
        Waiting.until(() -> join(shell.observe(probes, LONG)) instanceof Seen seen
                && seen.time() != null
                && seen.time().isAfter(up));
        return (Seen) join(shell.observe(probes, LONG));
    }

    @Test
    void saysThatAContainerIsUnknown() {
        ExecTarget nowhere = new ExecTarget(NAMESPACE, "busy", "nowhere");
        ExecEngine engine = new ExecEngine(cluster(), LONG);
        Failed unknown = (Failed) join(engine.run(nowhere, "true", LONG));
        Failed missing = (Failed) join(engine.run(new ExecTarget(NAMESPACE, "no-such-pod", "app"), "true", LONG));
        engine.close();
        assertThat(unknown.reason()).as(unknown.message()).isEqualTo(GapReason.TARGET_GONE);
        assertThat(missing.reason()).as(missing.message()).isEqualTo(GapReason.TARGET_GONE);
        assertThat(missing.message()).contains("pods \"no-such-pod\" not found");
    }

    @Test
    void keepsSessionsAndLeavesNothingBehind() {
        ShellSession session = open("busy/app");
        for (int i = 0; i < 50; i++) {
            assertThat(join(session.ask("q" + i, "END", LONG))).isEqualTo(new Answered("got q" + i + "\nEND\n"));
        }
        session.close();
        Waiting.until(() -> ((Exited) join(shell("busy/app").run("ps | grep -c '[w]hile read' || :", LONG)))
                .out()
                .equals("0\n"));
    }

    @Test
    void seesRestartsAndDeletions() throws Exception {
        apply(pod("mortal", container("app", "busybox", "sleep 5; exit 3")));
        listener.await("+ " + NAMESPACE + "/mortal/app", 1);
        ShellSession session = open("mortal/app");
        String life = target("mortal/app").life().id();
        listener.await("+ " + NAMESPACE + "/mortal/app", 2);
        assertThat(session.isOpen()).isFalse();
        assertThat(target("mortal/app").life().previousEnd()).isEqualTo("exit 3");
        assertThat(target("mortal/app").life().id()).isNotEqualTo(life);

        kubectl("", "delete", "pod", "-n", NAMESPACE, "mortal", "--wait=false");
        listener.await("- " + NAMESPACE + "/mortal/app deleted");
    }

    @Test
    void sessionsAnswerInParallel() {
        List<ShellSession> sessions = List.of(open("busy/app"), open("dash/app"), open("pair/app"));
        for (int round = 0; round < 50; round++) {
            assertThat(ask(sessions)).hasSize(3).allMatch(answer -> answer.equals(new Answered("got q\nEND\n")));
        }
    }

    @Test
    void aSecondShellEndsTheOneThatWasLeftBehind() {
        ShellSession left = open("busy/app");
        ShellSession now = open("busy/app");
        Waiting.until(() -> !left.isOpen());
        assertThat(join(now.ask("q", "END", LONG))).isEqualTo(new Answered("got q\nEND\n"));
    }

    private static List<ExecResult> ask(List<ShellSession> sessions) {
        List<CompletionStage<ExecResult>> open =
                sessions.stream().map(session -> session.ask("q", "END", LONG)).toList();
        return open.stream().map(KubernetesSourceIT::join).toList();
    }

    private static Cluster cluster() {
        try {
            return ClusterDirectory.find(new KubernetesConnection(null, null, System.getenv()));
        } catch (dev.seep.source.SourceException e) {
            throw new AssertionError(e);
        }
    }

    private ShellSession open(String path) {
        return ((Opened) join(shell(path).open(ECHO, LONG))).session();
    }

    private LiveTarget target(String path) {
        return listener.latest(NAMESPACE + "/" + path);
    }

    private Shell shell(String path) {
        return target(path).shell();
    }

    private static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private static String pod(String name, String... containers) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s}
                spec:
                  terminationGracePeriodSeconds: 1
                  containers: [%s]
                """.formatted(name, String.join(", ", containers));
    }

    private static String container(String name, String image, String script) {
        return "{name: %s, image: 'local/%s:1', imagePullPolicy: Never, command: [sh, -c, \"%s\"]}"
                .formatted(name, image, script);
    }

    private static void apply(String manifest) throws IOException, InterruptedException {
        kubectl(manifest, "apply", "-n", NAMESPACE, "-f", "-");
    }

    private static String kubectl(String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kubectl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(String.join(" ", command) + ": " + output)
                .isZero();
        return output;
    }
}
