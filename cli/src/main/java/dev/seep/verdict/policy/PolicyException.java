package dev.seep.verdict.policy;

import java.util.List;

/** A policy is wrong: a line for each problem, with file, line and column. */
public final class PolicyException extends RuntimeException {
    private final transient List<String> problems;

    PolicyException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** In the order of the file. */
    public List<String> problems() {
        return problems;
    }
}
