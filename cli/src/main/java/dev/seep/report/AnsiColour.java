package dev.seep.report;

import dev.seep.verdict.Finding;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.policy.Severity;

/** Colours of terminal text, written as ANSI escape sequences where the style wants them. */
enum AnsiColour {
    RED("31;1"),
    YELLOW("33"),
    GREEN("32"),
    DIM("2");

    private final String code;

    AnsiColour(String code) {
        this.code = code;
    }

    String on(String text, Style style) {
        return style.colour() ? "\033[" + code + "m" + text + "\033[0m" : text;
    }

    static AnsiColour of(Outcome outcome) {
        return switch (outcome) {
            case LEAK -> RED;
            case INCONCLUSIVE -> YELLOW;
            case PASS -> GREEN;
        };
    }

    static AnsiColour of(Finding finding) {
        return finding.severity() == Severity.FAIL ? of(finding.outcome()) : YELLOW;
    }
}
