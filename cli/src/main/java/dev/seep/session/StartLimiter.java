package dev.seep.session;

import java.util.HashMap;
import java.util.Map;

/** Lets shells be started, at most so many at the same time on each node and over all of them. */
final class StartLimiter {
    private final Gate all;
    private final int perNode;
    private final Map<String, Gate> nodes = new HashMap<>();

    StartLimiter(Budget budget) {
        this.all = new Gate(budget.starts());
        this.perNode = budget.startsPerNode();
    }

    /** Runs the task when its turn comes; it must {@link #leave} when the shell has started or ended. */
    void enter(String node, Runnable task) {
        nodes.computeIfAbsent(node, n -> new Gate(perNode)).enter(() -> all.enter(task));
    }

    void leave(String node) {
        all.leave();
        Gate gate = nodes.get(node);
        if (gate != null) {
            gate.leave();
        }
    }
}
