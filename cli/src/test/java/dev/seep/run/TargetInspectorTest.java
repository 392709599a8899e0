package dev.seep.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.GapReason;
import dev.seep.sample.Growth;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Target;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Exited;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.ExecResult.TimedOut;
import dev.seep.source.LiveTarget;
import dev.seep.source.Shell;
import dev.seep.store.EvidenceFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One look, by what the shell of the target answers. */
class TargetInspectorTest {
    private static final String PROCESS = "processes\t1\t1\t\tjava\tjava\nend\n";

    @TempDir
    private Path run;

    private TargetInspector inspector;
    private EvidenceWriter writer;

    @BeforeEach
    void makeInspector() {
        writer = new EvidenceWriter(new EvidenceFolder(run), Clock.systemUTC());
        inspector = new TargetInspector(EvidenceRequest.AUTO, List.of(), writer);
    }

    @Test
    void aContainerWithoutAShellSimplyHasNoEvidence() throws Exception {
        assertThat(into(new Failed(GapReason.NO_SHELL, "no sh"))).isEmpty();
        assertThat(into(new Failed(GapReason.TARGET_GONE, "gone"))).isEmpty();
        assertThat(run.resolve("evidence")).doesNotExist();
    }

    @Test
    void anythingElseIsToldInAWord() throws Exception {
        assertThat(into(new Failed(GapReason.DENIED, "no right to exec"))).contains("denied");
        assertThat(into(new TimedOut("", ""))).contains("timeout");
        assertThat(into(new Exited(2, "", "syntax error"))).contains("exit 2");
        assertThat(run.resolve("evidence")).doesNotExist();
    }

    @Test
    void whatCameBeforeTheDeadlineCounts() throws Exception {
        assertThat(into(new TimedOut("zombies\t3\t3\ttini\tcurl\tcurl\n", ""))).isEmpty();
        assertThat(Files.readString(run.resolve("evidence/shop_web-1_app.early.txt")))
                .contains("tini", "curl", "note: the look was cut short");
    }

    @Test
    void aNewLifeIsComparedWithNothingOfTheOldOne() throws Exception {
        into("1", "zombies\t3\t3\ttini\tcurl\tcurl\nend\n", false);
        into("2", "zombies\t9\t9\ttini\tcurl\tcurl\nend\n", true);

        assertThat(Files.readString(run.resolve("evidence/shop_web-1_app.json")))
                .contains("\"life\" : \"2\"", "\"from\" : null", "\"before\" : null", "\"after\" : 9.0");
    }

    @Test
    void whatGrewIsKnownToWhoeverFollowsTheRunOnceItWasSeenTwice() throws Exception {
        into("1", "zombies\t3\t3\ttini\tcurl\tcurl\nend\n", false);
        assertThat(writer.grown()).isEmpty();
        into("1", "zombies\t9\t9\ttini\tcurl\tcurl\nend\n", false);
        into("1", "zombies\t11\t11\ttini\tcurl\tcurl\nend\n", false);

        assertThat(writer.grown()).singleElement().satisfies(seen -> {
            assertThat(seen.target()).isEqualTo("shop/web-1/app");
            assertThat(seen.growths()).extracting(Growth::rise).containsExactly(8.0);
        });
    }

    @Test
    void javaIsAskedForItsClassesOnlyWhereMemoryGrows() throws Exception {
        StringBuilder asked = new StringBuilder();
        LiveTarget live = live("1", new Answering(new Exited(0, PROCESS, ""), asked));

        inspector.inspect(live, Set.of("fds.open"), true, TargetInspectorTest::aMinute);
        assertThat(asked).doesNotContain("GC.class_histogram");
        inspector.inspect(live, Set.of("memory.anon"), true, TargetInspectorTest::aMinute);
        assertThat(asked).contains("GC.class_histogram");
    }

    @Test
    void whatWasSeenIsKeptWhereNoTimeIsLeftForClasses() throws Exception {
        StringBuilder asked = new StringBuilder();
        LiveTarget live = live("1", new Answering(new Exited(0, PROCESS, ""), asked));
        Iterator<Duration> left =
                List.of(Duration.ofSeconds(5), Duration.ofMillis(900)).iterator();

        assertThat(inspector.inspect(live, Set.of("memory.anon"), true, left::next))
                .isEmpty();

        assertThat(asked).contains("within PT4S").doesNotContain("GC.class_histogram");
        assertThat(Files.readString(run.resolve("evidence/shop_web-1_app.late.txt")))
                .contains("java", "note: the look was cut short");
    }

    private Optional<String> into(ExecResult result) throws InterruptedException {
        return inspector.inspect(
                live("1", new Answering(result, new StringBuilder())),
                Set.of("fds.open"),
                false,
                TargetInspectorTest::aMinute);
    }

    private void into(String life, String out, boolean last) throws InterruptedException {
        Shell shell = new Answering(new Exited(0, out, ""), new StringBuilder());
        inspector.inspect(live(life, shell), Set.of("zombies"), last, TargetInspectorTest::aMinute);
    }

    /** More time than is needed. */
    private static Duration aMinute() {
        return Duration.ofMinutes(1);
    }

    private static LiveTarget live(String life, Shell shell) {
        Target target = Target.container("shop", "web-1", "app", "deployment/web");
        return new LiveTarget(target, new Incarnation(life, Instant.EPOCH, null), "node", shell);
    }

    /** Always answers the same. */
    private record Answering(ExecResult result, StringBuilder asked) implements Shell {
        @Override
        public CompletionStage<ExecResult> run(String script, Duration deadline) {
            asked.append("within ").append(deadline).append(script);
            return CompletableFuture.completedFuture(result);
        }

        @Override
        public CompletionStage<Opening> open(String script, Duration deadline) {
            return CompletableFuture.completedFuture(new Opening.Refused(result));
        }
    }
}
