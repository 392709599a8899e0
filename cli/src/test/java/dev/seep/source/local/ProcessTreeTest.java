package dev.seep.source.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.testing.Waiting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Trees of real processes, which are told by a line what to do. */
@EnabledOnOs(OS.LINUX)
class ProcessTreeTest {
    /** Starts a child for each line. */
    private static final String PARENT = "while read -r x; do sleep 1000 & done; wait";

    private final List<Process> roots = new ArrayList<>();
    private final List<ProcessHandle> seen = new ArrayList<>();

    @AfterEach
    void killAll() {
        seen.forEach(ProcessHandle::destroyForcibly);
        roots.forEach(Process::destroyForcibly);
    }

    @Test
    void aloneIsATreeOfOne() throws IOException {
        Process root = start("sleep", "1000");
        ProcessTree tree = new ProcessTree(root.toHandle());

        assertThat(tree.pids()).containsExactly(Long.toString(root.pid()));
        assertThat(tree.rootPid()).isEqualTo(root.pid());
        assertThat(tree.hasEnded()).isFalse();
        assertThat(tree.start()).isEqualTo(root.info().startInstant().orElseThrow());
    }

    @Test
    void takesInEachChildThatComes() throws IOException {
        Process root = start("sh", "-c", PARENT);
        ProcessTree tree = new ProcessTree(root.toHandle());

        for (int children = 1; children <= 3; children++) {
            tell(root, "one more");
            awaitMembers(tree, 1 + children);
        }

        assertThat(members(tree).get(0).pid()).as("parents before children").isEqualTo(root.pid());
    }

    @Test
    void losesTheChildThatGoesAndKeepsTheOthers() throws IOException {
        Process root = start("sh", "-c", PARENT);
        ProcessTree tree = new ProcessTree(root.toHandle());
        tell(root, "one\ntwo");
        ProcessHandle child = awaitMembers(tree, 3).get(1);

        child.destroyForcibly();
        Waiting.until(() -> !isRunning(child));

        assertThat(running(tree)).hasSize(2).doesNotContain(child.pid());
        assertThat(tree.hasEnded()).isFalse();
    }

    @Test
    void findsGrandchildrenAtTheFirstLookBehindTheirParents() throws IOException {
        Process root = start("sh", "-c", "sh -c 'sleep 1000 & wait' & wait");
        Waiting.until(() -> root.descendants().count() == 2);

        List<ProcessHandle> members = members(new ProcessTree(root.toHandle()));

        assertThat(members).hasSize(3);
        for (int i = 1; i < 3; i++) {
            assertThat(members.get(i).parent().orElseThrow()).isEqualTo(members.get(i - 1));
        }
    }

    @Test
    void keepsOrphansUntilTheLastHasEnded() throws IOException {
        Process root = start("sh", "-c", PARENT);
        ProcessTree tree = new ProcessTree(root.toHandle());
        tell(root, "one");
        ProcessHandle orphan = awaitMembers(tree, 2).get(1);

        root.destroyForcibly();
        root.onExit().join();
        assertThat(members(tree)).containsExactly(orphan);
        assertThat(tree.hasEnded()).isFalse();

        orphan.destroyForcibly();
        Waiting.until(tree::hasEnded);
        assertThat(tree.pids()).isEmpty();
    }

    @Test
    void doesNotTakeStrangersIn() throws IOException {
        ProcessTree tree = new ProcessTree(start("sleep", "1000").toHandle());
        Process stranger = start("sleep", "1000");

        assertThat(tree.pids()).hasSize(1).doesNotContain(Long.toString(stranger.pid()));
    }

    @Test
    void hasALifeOfItsOwn() throws IOException {
        ProcessTree one = new ProcessTree(start("sleep", "1000").toHandle());
        ProcessTree other = new ProcessTree(start("sleep", "1000").toHandle());

        assertThat(one.life()).startsWith(one.rootPid() + "-").isNotEqualTo(other.life());
        assertThat(one.life())
                .isEqualTo(new ProcessTree(ProcessHandle.of(one.rootPid()).orElseThrow()).life());
    }

    @Test
    void countsAChildThatNobodyWaitedFor() throws IOException {
        Process root = start("sh", "-c", "sleep 0 & exec sleep 1000");
        ProcessTree tree = new ProcessTree(root.toHandle());
        ProcessHandle zombie = awaitMembers(tree, 2).get(1);
        Waiting.until(() -> !isRunning(zombie));

        assertThat(tree.pids()).containsExactly(Long.toString(root.pid()), Long.toString(zombie.pid()));
    }

    private Process start(String... command) throws IOException {
        Process process = new ProcessBuilder(command).start();
        roots.add(process);
        return process;
    }

    private static void tell(Process shell, String line) throws IOException {
        shell.outputWriter().append(line).append('\n').flush();
    }

    private List<ProcessHandle> awaitMembers(ProcessTree tree, int number) {
        Waiting.until(() -> members(tree).size() == number);
        return members(tree);
    }

    private List<ProcessHandle> members(ProcessTree tree) {
        List<ProcessHandle> members = tree.members();
        seen.addAll(members);
        return members;
    }

    private Set<Long> running(ProcessTree tree) {
        return members(tree).stream()
                .filter(ProcessTreeTest::isRunning)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    /** Neither gone nor a zombie, of which the kernel tells no command. */
    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
