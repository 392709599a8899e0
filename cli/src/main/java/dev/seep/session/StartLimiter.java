package dev.seep.session;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** Limiter of the shells that are started at the same time, on each node and over all of them. */
final class StartLimiter {
    private final Places all;
    private final int perNode;
    private final Map<String, Places> nodes = new HashMap<>();

    StartLimiter(Budget budget) {
        this.all = new Places(budget.starts());
        this.perNode = budget.startsPerNode();
    }

    /** Runs the task when its turn comes; it must {@link #leave} when the shell has started or ended. */
    void enter(String node, Runnable task) {
        places(node).enter(() -> all.enter(task));
    }

    void leave(String node) {
        all.leave();
        places(node).leave();
    }

    private Places places(String node) {
        return nodes.computeIfAbsent(node, first -> new Places(perNode));
    }

    /** Those for whom there is no place wait in the order in which they came. */
    private static final class Places {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int free;

        Places(int all) {
            this.free = all;
        }

        void enter(Runnable task) {
            if (free > 0) {
                free--;
                task.run();
            } else {
                waiting.add(task);
            }
        }

        void leave() {
            Runnable next = waiting.poll();
            if (next == null) {
                free++;
            } else {
                next.run();
            }
        }
    }
}
