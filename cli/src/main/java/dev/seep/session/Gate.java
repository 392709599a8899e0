package dev.seep.session;

import java.util.ArrayDeque;
import java.util.Queue;

/** Lets at most so many in at the same time; the others wait in the order in which they came. */
final class Gate {
    private final int width;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int inside;

    Gate(int width) {
        this.width = width;
    }

    /** Runs the task now or when others have left; who was let in must {@link #leave()}. */
    void enter(Runnable task) {
        if (inside < width) {
            inside++;
            task.run();
        } else {
            waiting.add(task);
        }
    }

    void leave() {
        Runnable next = waiting.poll();
        if (next == null) {
            inside--;
        } else {
            next.run();
        }
    }
}
