package dev.seep.source.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seep.probe.PollRequest;
import dev.seep.probe.ProbeSet;
import dev.seep.probe.Reading;
import dev.seep.sample.GapReason;
import dev.seep.sample.Target;
import dev.seep.source.ExecResult;
import dev.seep.source.LiveTarget;
import dev.seep.source.Shell.Opening;
import dev.seep.source.ShellSession;
import dev.seep.source.SourceException;
import dev.seep.source.TargetListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trees of real processes. */
@EnabledOnOs(OS.LINUX)
class LocalSourceTest {
    private static final int MOST_LOOKS = 5_000;
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final ProbeSet PROBES = ProbeSet.all();

    private final BlockingQueue<LiveTarget> appeared = new LinkedBlockingQueue<>();
    private final BlockingQueue<Map.Entry<Target, Map<String, String>>> vanished = new LinkedBlockingQueue<>();
    private LocalSource source = LocalSource.pids(List.of());

    private final TargetListener listener = new TargetListener() {
        @Override
        public void appeared(LiveTarget target) {
            appeared.add(target);
        }

        @Override
        public void vanished(Target target, Map<String, String> detail) {
            vanished.add(Map.entry(target, detail));
        }

        @Override
        public void troubled(String message) {
            throw new AssertionError(message);
        }
    };

    @AfterEach
    void closeSource() {
        source.close();
    }

    @Test
    void asksAStartedTreeThroughAKeptSession() throws Exception {
        LiveTarget target = started("sh", "-c", "sleep 1000 & sleep 1000 & wait");
        ShellSession session = opened(target, PROBES.program());

        Reading reading = readingOf(session, 3);

        assertThat(target.target().path()).isEqualTo("local/sh");
        assertThat(reading.gaps()).isEmpty();
        assertThat(reading.values())
                .containsEntry("processes", 3.0)
                .containsEntry("zombies", 0.0)
                .containsEntry("fds.open", 9.0);
        session.close();
        assertThat(session.isOpen()).isFalse();
    }

    @Test
    void asksOnceWithoutASession() throws Exception {
        LiveTarget target = started("sleep", "1000");
        PollRequest pollRequest =
                new PollRequest(1, List.of("memory", "fds", "processes", "threads", "zombies", "sockets"));

        ExecResult result = target.shell()
                .run(PROBES.once(pollRequest), LONG)
                .toCompletableFuture()
                .get();

        ExecResult.Exited exited = (ExecResult.Exited) result;
        assertThat(PROBES.read(pollRequest, exited.out()).values()).containsEntry("processes", 1.0);
    }

    @Test
    void keepsOrphansOfTheTree() throws Exception {
        LiveTarget target = started("sh", "-c", "sleep 1000 & wait");
        ShellSession session = opened(target, PROBES.program());
        readingOf(session, 2);
        long root = Long.parseLong(target.life().id().replaceAll("-.*", ""));

        ProcessHandle.of(root).orElseThrow().destroyForcibly();

        Reading reading = readingOf(session, 1);
        assertThat(reading.values()).containsEntry("processes", 1.0);
        assertThat(vanished).isEmpty();
    }

    @Test
    void tellsWithWhichExitCodeATreeEnded() throws Exception {
        LiveTarget target = started("sh", "-c", "exit 3");

        Map.Entry<Target, Map<String, String>> end = vanished.poll(3, TimeUnit.MINUTES);

        assertThat(end).isEqualTo(Map.entry(target.target(), Map.of("reason", "exit 3")));
        Opening opening = target.shell()
                .open(PROBES.program(), LONG)
                .toCompletableFuture()
                .get();
        ShellSession session = ((Opening.Opened) opening).session();
        PollRequest pollRequest = new PollRequest(1, List.of("fds"));
        ExecResult result = session.ask(pollRequest.line(), pollRequest.endMark(), LONG)
                .toCompletableFuture()
                .get();
        assertThat(result)
                .isEqualTo(new ExecResult.Failed(GapReason.TARGET_GONE, ((ExecResult.Failed) result).message()));
    }

    @ParameterizedTest
    @CsvSource({"exit 0, exit 0", "exit 255, exit 255", "kill -9 $$, exit 137", "kill -TERM $$, exit 143"})
    void tellsHowAProgramEnded(String script, String reason) throws Exception {
        started("sh", "-c", script);

        assertThat(vanished.poll(3, TimeUnit.MINUTES))
                .isNotNull()
                .extracting(Map.Entry::getValue)
                .isEqualTo(Map.of("reason", reason));
    }

    @Test
    void tellsWhatAProgramSaidLast(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("out.txt");
        source = LocalSource.programs(
                List.of(new LaunchedCommand("web", List.of("sh", "-c", "seq 9; echo no disk >&2; exit 3"), output)));
        source.start(listener);

        assertThat(vanished.poll(3, TimeUnit.MINUTES))
                .isEqualTo(Map.entry(
                        Target.process("web"),
                        Map.of("reason", "exit 3", "output", output.toString(), "said", "6\n7\n8\n9\nno disk")));
    }

    @Test
    void watchesSeveralProgramsEachOnItsOwn() throws Exception {
        source = LocalSource.programs(List.of(
                new LaunchedCommand("web", List.of("sleep", "1000"), null),
                new LaunchedCommand("job", List.of("true"), null)));
        source.start(listener);

        assertThat(appeared).extracting(live -> live.target().path()).containsExactly("local/web", "local/job");
        assertThat(vanished.poll(3, TimeUnit.MINUTES))
                .isEqualTo(Map.entry(Target.process("job"), Map.of("reason", "exit 0")));
        assertThat(vanished).isEmpty();
    }

    @Test
    void endsThoseItHasStartedIfAnotherCannotBe() throws Exception {
        source = LocalSource.programs(List.of(
                new LaunchedCommand("web", List.of("sleep", "987654321"), null),
                new LaunchedCommand("leaky", List.of("/nowhere/leaky"), null)));

        assertThatThrownBy(() -> source.start(listener)).isInstanceOf(SourceException.class);

        assertThat(appeared).isEmpty();
        assertThat(ProcessHandle.current().children().flatMap(child -> child.info().commandLine().stream()))
                .noneMatch(command -> command.contains("987654321"));
    }

    @Test
    void tellsOfAForeignProcessOnlyThatItEnded() throws Exception {
        Process process = new ProcessBuilder("sleep", "1000").start();
        source = LocalSource.pids(List.of(process.pid()));
        source.start(listener);

        process.destroyForcibly();

        assertThat(vanished.poll(3, TimeUnit.MINUTES))
                .isEqualTo(Map.entry(Target.process("sleep-" + process.pid()), Map.of("reason", "ended")));
    }

    @Test
    void watchesARunningProcessAndLeavesItAlone() throws Exception {
        Process process = new ProcessBuilder("sleep", "1000").start();
        try {
            source = LocalSource.pids(List.of(process.pid()));
            source.start(listener);

            assertThat(appeared.remove().target().path()).isEqualTo("local/sleep-" + process.pid());
            source.close();
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void closingEndsTheWholeTree() throws Exception {
        LiveTarget target = started("sh", "-c", "trap '' TERM; sleep 1000 & while :; do sleep 1000; done");
        ShellSession session = opened(target, PROBES.program());
        readingOf(session, 3);
        long root = Long.parseLong(target.life().id().replaceAll("-.*", ""));
        List<ProcessHandle> tree =
                ProcessHandle.of(root).orElseThrow().descendants().toList();

        source.close();

        assertThat(tree).hasSize(2);
        ProcessHandle.of(root).ifPresent(handle -> handle.onExit().join());
        tree.forEach(handle -> handle.onExit().join());
    }

    @Test
    void appendsTheOutputOfAProgramToItsFile(@TempDir Path folder) throws Exception {
        Path output = Files.writeString(folder.resolve("out.txt"), "before\n");
        source = LocalSource.programs(
                List.of(LaunchedCommand.of(List.of("sh", "-c", "echo out; echo err >&2"), output)));
        source.start(listener);

        assertThat(vanished.poll(3, TimeUnit.MINUTES)).isNotNull();
        assertThat(output).hasContent("before\nout\nerr\n");
    }

    @Test
    void cutsAnAnswerAtItsDeadlineAndClosesTheSession() throws Exception {
        LiveTarget target = started("sleep", "1000");
        ShellSession session = opened(target, "while read -r x; do echo half; done");

        ExecResult result = session.ask("1", "never", Duration.ofMillis(50))
                .toCompletableFuture()
                .get();

        assertThat(result).isInstanceOf(ExecResult.TimedOut.class);
        assertThat(session.isOpen()).isFalse();
    }

    @Test
    void aShellThatEndsFailsItsQuestion() throws Exception {
        LiveTarget target = started("sleep", "1000");
        ShellSession session = opened(target, "read -r x; echo half");

        ExecResult result =
                session.ask("1", "never", LONG).toCompletableFuture().get();

        assertThat(((ExecResult.Failed) result).reason()).isEqualTo(GapReason.UNREACHABLE);
    }

    @Test
    void namesTheProcessThatIsNotThere() {
        source = LocalSource.pids(List.of(999_999_999L));

        assertThatThrownBy(() -> source.start(listener))
                .isInstanceOf(SourceException.class)
                .hasMessage("no process 999999999 on this machine: see ps -e for those there are");
    }

    @Test
    void namesTheCommandThatCannotBeStarted() {
        source = LocalSource.programs(List.of(LaunchedCommand.of(List.of("/nowhere/leaky", "-v"), null)));

        assertThatThrownBy(() -> source.start(listener))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("cannot start leaky: ")
                .hasMessageContaining("No such file");
    }

    private LiveTarget started(String... command) throws SourceException {
        source = LocalSource.programs(List.of(LaunchedCommand.of(List.of(command), null)));
        source.start(listener);
        return appeared.remove();
    }

    private static ShellSession opened(LiveTarget target, String script) throws Exception {
        Opening opening =
                target.shell().open(script, LONG).toCompletableFuture().get();
        return ((Opening.Opened) opening).session();
    }

    /**
     * Asks until the tree has so many processes, which may just be starting or ending, and all are loaded: until then
     * they have their libraries open.
     */
    private static Reading readingOf(ShellSession session, double processes) throws Exception {
        for (long sequence = 1; ; sequence++) {
            PollRequest pollRequest =
                    new PollRequest(sequence, List.of("memory", "fds", "processes", "threads", "zombies", "sockets"));
            ExecResult result = session.ask(pollRequest.line(), pollRequest.endMark(), LONG)
                    .toCompletableFuture()
                    .get();
            Reading reading = PROBES.read(pollRequest, ((ExecResult.Answered) result).out());
            boolean atRest = reading.values().getOrDefault("processes", 0.0) == processes
                    && reading.values().getOrDefault("fds.open", 0.0) == 3 * processes;
            if (atRest || sequence == MOST_LOOKS) {
                return reading;
            }
        }
    }
}
