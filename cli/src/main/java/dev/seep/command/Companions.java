package dev.seep.command;

import dev.seep.store.SampleFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code default} takes with it beside the processes, where that makes sense.
 *
 * @param disk whether what containers write is measured: not by agents, which run nothing in containers, and not for
 *     processes of this machine, whose disk is the machine's
 * @param objects whether objects of the polled namespaces are counted: not where somebody wants some of their pods alone
 * @param leftOut what is not, though there would be such a thing, and why
 */
record Companions(boolean disk, boolean objects, List<String> leftOut) {
    /** By it the manifests leave out seep's own pod. */
    private static final String OTHERS_THAN_SEEP = "seep\\.dev/name!=[^,]*";

    Companions {
        leftOut = List.copyOf(leftOut);
    }

    /** @param command what follows {@code --}, empty if nothing does */
    static Companions of(SelectionOptions selection, List<String> command, SampleFormat format) {
        boolean machine = !command.isEmpty()
                || !selection.pids.isEmpty()
                || selection.source == SelectionOptions.SourceKind.LOCAL;
        if (machine) {
            return new Companions(false, false, List.of());
        }
        boolean agents = selection.source == SelectionOptions.SourceKind.AGENT;
        boolean csv = format == SampleFormat.CSV;
        boolean cluster = selection.source != SelectionOptions.SourceKind.DOCKER;
        boolean objects = cluster && !isOfSomePods(selection);
        List<String> leftOut = new ArrayList<>();
        if (agents || csv) {
            leftOut.add("disk (" + (agents ? "agents run nothing in containers" : "csv needs all columns beforehand")
                    + ")");
        }
        if (cluster && !objects) {
            leftOut.add("objects (only some pods of the namespaces are polled; --probe default,objects counts them)");
        }
        return new Companions(!agents && !csv, objects, leftOut);
    }

    private static boolean isOfSomePods(SelectionOptions selection) {
        boolean labelled = selection.selector != null && !selection.selector.matches(OTHERS_THAN_SEEP);
        return labelled || selection.fieldSelector != null || !selection.workloads.isEmpty();
    }
}
