package dev.seep.run;

import dev.seep.sample.Quantity;
import dev.seep.session.PollingLoad;
import dev.seep.session.SoakPlan;
import dev.seep.source.LiveTarget;
import java.io.PrintWriter;
import java.util.List;

/** Diagnosis of a doctor, printed line by line; knows whether a run could measure. */
public final class Diagnosis {
    private final PrintWriter out;
    private boolean faulty;

    public Diagnosis(PrintWriter out) {
        this.out = out;
    }

    void fine(String part, String words) {
        line("ok", part, words);
    }

    /** Worth knowing, but a run can measure. */
    void remark(String part, String words) {
        line("note", part, words);
    }

    /** With this a run could not measure. */
    void fault(String part, String words) {
        faulty = true;
        line("FAULT", part, words);
    }

    /** Tells which containers there are; that there are none is a fault. */
    boolean hasFound(List<LiveTarget> containers, String lookedFor) {
        if (containers.isEmpty()) {
            fault("targets", "found no " + lookedFor + "; start them, or choose others");
        } else {
            fine("targets", Quantity.count(containers.size()) + " " + lookedFor);
        }
        return !containers.isEmpty();
    }

    /**
     * Reports a run's load.
     *
     * @param together whether the containers of a node are asked by one question
     */
    void load(List<LiveTarget> containers, SoakPlan soak, boolean together) {
        int nodes = (int) containers.stream().map(LiveTarget::node).distinct().count();
        double polls = containers.size() / (soak.every().toMillis() / 1e3);
        fine(
                "load",
                new PollingLoad(containers.size(), 0, nodes, soak.every(), polls, soak.keepsSessions(), together)
                        .describe());
    }

    /** Prints the RBAC objects that grant missing rights, last. */
    void rules(String yaml) {
        out.println();
        out.println("# For somebody who may grant it: kubectl apply -f -");
        out.print(yaml);
        out.flush();
    }

    public boolean isFaulty() {
        return faulty;
    }

    private void line(String sign, String part, String words) {
        out.printf("%-5s  %-7s  %s%n", sign, part, words);
        out.flush();
    }
}
