package dev.seep.testing;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Lists behind all tests those that were skipped, and why: a green build that skipped them has not shown that they pass.
 * Found by its name in {@code META-INF/services}.
 */
public final class SkippedTests implements TestExecutionListener {
    private static final int LONGEST = 160;

    private final List<String> skipped = new ArrayList<>();

    /** Annotations did it: another operating system. */
    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped(test, reason);
    }

    /** An assumption did it: a program or a right is missing. */
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            skipped(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        synchronized (skipped) {
            if (!skipped.isEmpty()) {
                System.out.println("\nskipped: " + skipped.size() + " not run on this machine\n"
                        + String.join("\n", skipped) + "\n");
            }
            skipped.clear();
        }
    }

    private void skipped(TestIdentifier test, String reason) {
        String line = reason.replaceAll("\\s+", " ").strip();
        String words = line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
        synchronized (skipped) {
            skipped.add("skipped: " + name(test) + ": " + words);
        }
    }

    private static String name(TestIdentifier test) {
        return test.getSource()
                .map(source -> source instanceof MethodSource method
                        ? method.getClassName() + "." + test.getLegacyReportingName()
                        : source instanceof ClassSource type ? type.getClassName() : test.getDisplayName())
                .orElseGet(test::getDisplayName);
    }
}
