package dev.seep.command;

import java.io.PrintWriter;

/** Prints what a doctor finds, line by line, and remembers whether a run could measure. */
final class Diagnosis {
    private final PrintWriter out;
    private boolean faulty;

    Diagnosis(PrintWriter out) {
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

    boolean isFaulty() {
        return faulty;
    }

    private void line(String sign, String part, String words) {
        out.printf("%-5s  %-7s  %s%n", sign, part, words);
        out.flush();
    }
}
