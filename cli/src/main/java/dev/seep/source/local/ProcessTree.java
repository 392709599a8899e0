package dev.seep.source.local;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A process and all that descend from it, zombies too. Who was seen in it once stays in it, also when its parent dies
 * and it belongs to init. Handles are told apart by PID and start time, so that a reused PID is not taken for a member.
 */
final class ProcessTree {
    private final ProcessHandle root;
    private final Set<ProcessHandle> members = new LinkedHashSet<>();

    ProcessTree(ProcessHandle root) {
        this.root = root;
        members.add(root);
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

    /** Who is there now, parents before children; empty when the tree has ended. */
    synchronized List<ProcessHandle> members() {
        List<ProcessHandle> seen = new ArrayList<>(members);
        root.descendants().forEach(members::add);
        for (ProcessHandle member : seen) {
            if (!member.equals(root) && isOrphan(member)) {
                member.descendants().forEach(members::add);
            }
        }
        members.removeIf(member -> !member.isAlive());
        return List.copyOf(members);
    }

    private boolean isOrphan(ProcessHandle member) {
        return member.parent().filter(members::contains).isEmpty();
    }

    List<String> pids() {
        return members().stream().map(member -> Long.toString(member.pid())).toList();
    }
}
