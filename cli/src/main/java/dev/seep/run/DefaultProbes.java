package dev.seep.run;

import dev.seep.store.SampleFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * Probes that {@code default} adds to those of processes, where that makes sense.
 *
 * @param disk whether the disk of containers is measured: not by agents, which run nothing in containers, and not for
 *     processes of this machine, whose disk is the machine's
 * @param objects whether objects of the polled namespaces are counted: not where somebody wants some of their pods
 *     alone
 * @param leftOut the available ones that are left out, with the reason
 */
public record DefaultProbes(boolean disk, boolean objects, List<String> leftOut) {
    /** By it the manifests leave out seep's own pod. */
    private static final String OTHERS_THAN_SEEP = "seep\\.dev/name!=[^,]*";

    public DefaultProbes {
        leftOut = List.copyOf(leftOut);
    }

    public static DefaultProbes of(TargetSelection selection, SampleFormat format) {
        if (selection.isLocal()) {
            return new DefaultProbes(false, false, List.of());
        }
        boolean agents = selection.isThroughAgents();
        boolean csv = format == SampleFormat.CSV;
        boolean cluster = !selection.isDocker();
        boolean objects = cluster && !isOfSomePods(selection);
        List<String> leftOut = new ArrayList<>();
        if (agents || csv) {
            leftOut.add("disk (" + (agents ? "agents run nothing in containers" : "csv needs all columns beforehand")
                    + ")");
        }
        if (cluster && !objects) {
            leftOut.add("objects (only some pods of the namespaces are polled; --probe default,objects counts them)");
        }
        return new DefaultProbes(!agents && !csv, objects, leftOut);
    }

    private static boolean isOfSomePods(TargetSelection selection) {
        String selector = selection.selector();
        boolean labelled = selector != null && !selector.matches(OTHERS_THAN_SEEP);
        return labelled
                || selection.fieldSelector() != null
                || !selection.workloads().isEmpty();
    }
}
