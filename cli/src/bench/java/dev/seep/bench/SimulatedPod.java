package dev.seep.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A pod with one container, of which some processes, descriptors and sockets are made up. */
final class SimulatedPod {
    private static final int MOST_PROCESSES = 40;

    /** How far it has come in its life. */
    enum Phase {
        PENDING,
        RUNNING,
        TERMINATING
    }

    private final String name;
    private final String node;
    private final UUID uid = UUID.randomUUID();
    private final Instant created = Instant.now();
    private final int processes;
    private final long leakBytesPerQuestion;
    private final List<Exec> execs = new ArrayList<>();
    private volatile Phase phase = Phase.PENDING;
    private volatile Instant started = created;
    private volatile long version;
    private long questions;

    SimulatedPod(String name, String node, Random random) {
        this.name = name;
        this.node = node;
        this.processes = 1 + random.nextInt(MOST_PROCESSES);
        this.leakBytesPerQuestion = random.nextInt(50) == 0 ? 65_536 : 0;
    }

    String name() {
        return name;
    }

    Phase phase() {
        return phase;
    }

    void phase(Phase next) {
        phase = next;
        if (next == Phase.RUNNING) {
            started = Instant.now();
        }
    }

    void version(long next) {
        version = next;
    }

    /** Whether the exec may run: its container does. */
    boolean enter(Exec exec) {
        synchronized (execs) {
            return phase == Phase.RUNNING && execs.add(exec);
        }
    }

    void leave(Exec exec) {
        synchronized (execs) {
            execs.remove(exec);
        }
    }

    /** Ends its container, and so all execs in it. */
    void kill() {
        List<Exec> ending;
        synchronized (execs) {
            phase(Phase.TERMINATING);
            ending = List.copyOf(execs);
            execs.clear();
        }
        ending.forEach(exec -> exec.end(137));
    }

    /** The block that answers a question. */
    synchronized String answer(long sequence, String probes) {
        questions++;
        long breath = (questions * 7919) % 512 * 4096;
        return AnswerBlock.of(sequence, probes, processes, (32L << 20) + breath + questions * leakBytesPerQuestion);
    }

    String json(String namespace) {
        return PodJsonText.of(namespace, name, uid, node, phase, version, created, started);
    }
}
