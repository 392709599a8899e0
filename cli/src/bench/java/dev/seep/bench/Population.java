package dev.seep.bench;

import dev.seep.bench.EventLog.What;
import dev.seep.bench.SimulatedPod.Phase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** All pods of the simulated cluster, and what has happened to them. Safe for use by several threads. */
final class Population {
    private static final int PODS_PER_NODE = 100;
    private static final int PODS_PER_SET = 10;

    /** All pods of one moment. */
    record Snapshot(long version, List<SimulatedPod> pods) {}

    /** An event of a watch. */
    record Change(long version, String line) {}

    private final String namespace;
    private final EventLog ledger;
    private final Random random = new Random(7);
    private final Map<String, SimulatedPod> pods = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<Long, Snapshot> snapshots = new HashMap<>();
    private long version = 1000;
    private int born;

    Population(String namespace, EventLog ledger) {
        this.namespace = namespace;
        this.ledger = ledger;
    }

    String namespace() {
        return namespace;
    }

    synchronized void populate(int count) {
        for (int i = 0; i < count; i++) {
            SimulatedPod pod = give();
            pod.version(++version);
            run(pod);
        }
    }

    private SimulatedPod give() {
        int number = born++;
        String name = name(number);
        SimulatedPod pod = new SimulatedPod(name, "node-" + number / PODS_PER_NODE, random);
        pods.put(name, pod);
        return pod;
    }

    /** What the pod is called that came after so many others. */
    static String name(int number) {
        return "web%03d-5d8f7c-%05d".formatted(number / PODS_PER_SET, number);
    }

    private void run(SimulatedPod pod) {
        pod.phase(Phase.RUNNING);
        ledger.write(What.RUNNING, pod.name(), 0);
    }

    /** Ends some pod, and returns the one that takes its place and is still to be {@link #start started}. */
    synchronized SimulatedPod replace() {
        List<SimulatedPod> running = pods.values().stream()
                .filter(pod -> pod.phase() == Phase.RUNNING)
                .toList();
        SimulatedPod old = running.get(random.nextInt(running.size()));
        ledger.write(What.GONE, old.name(), 0);
        old.kill();
        changed("MODIFIED", old);
        pods.remove(old.name());
        changed("DELETED", old);
        SimulatedPod next = give();
        changed("ADDED", next);
        return next;
    }

    synchronized void start(SimulatedPod pod) {
        run(pod);
        changed("MODIFIED", pod);
    }

    private void changed(String type, SimulatedPod pod) {
        pod.version(++version);
        changes.add(new Change(version, "{\"type\":\"" + type + "\",\"object\":" + pod.json(namespace) + "}\n"));
        notifyAll();
    }

    synchronized @Nullable SimulatedPod pod(String name) {
        return pods.get(name);
    }

    /** The pods of now. */
    synchronized Snapshot snapshot() {
        return snapshots.computeIfAbsent(version, moment -> new Snapshot(moment, List.copyOf(pods.values())));
    }

    /** The pods of a {@link #snapshot} taken before. */
    synchronized @Nullable Snapshot snapshot(long moment) {
        return snapshots.get(moment);
    }

    /** What came after that version, waiting so many milliseconds for something to happen. */
    synchronized List<Change> after(long seen, long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = end - System.nanoTime(); version <= seen && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return changes.stream().filter(change -> change.version() > seen).toList();
    }
}
