package dev.seep.source.local;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tree of a process and its descendants, zombies too. Who was seen in it once stays in it, also when its parent dies
 * and it belongs to init. Handles are told apart by PID and start time, so that a reused PID is not taken for a member.
 */
final class ProcessTree {
    private final ProcessHandle root;
    private final Map<Long, ProcessHandle> members = new LinkedHashMap<>();

    ProcessTree(ProcessHandle root) {
        this.root = root;
        members.put(root.pid(), root);
    }

    long rootPid() {
        return root.pid();
    }

    Instant start() {
        return root.info().startInstant().orElse(Instant.EPOCH);
    }

    /** Unique on this machine until it boots again: PID and start time. */
    String life() {
        return root.pid() + "-" + Long.toString(start().toEpochMilli(), Character.MAX_RADIX);
    }

    /** Members of now, parents before children; empty when the tree has ended. */
    synchronized List<ProcessHandle> members() {
        Deque<ProcessHandle> parents = new ArrayDeque<>(members.values());
        while (!parents.isEmpty()) {
            for (long child : Children.of(parents.pop())) {
                if (!members.containsKey(child)) {
                    ProcessHandle.of(child).ifPresent(handle -> {
                        members.put(child, handle);
                        parents.add(handle);
                    });
                }
            }
        }
        members.values().removeIf(member -> !member.isAlive());
        return List.copyOf(members.values());
    }

    boolean hasEnded() {
        return !root.isAlive() && members().isEmpty();
    }

    List<String> pids() {
        return members().stream().map(member -> Long.toString(member.pid())).toList();
    }
}
