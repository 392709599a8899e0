package dev.seep.testing;

import dev.seep.sample.Abnormality;
import dev.seep.sample.GapReason;
import dev.seep.sample.Target;
import dev.seep.source.LiveTarget;
import dev.seep.source.TargetListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/** Writes down what a source tells, as words, and lets a test wait for it. */
public final class RecordingListener implements TargetListener {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<String> told = new ArrayList<>();
    private final List<Abnormality> abnormality = new ArrayList<>();
    private final List<LiveTarget> appeared = new ArrayList<>();

    @Override
    public synchronized void appeared(LiveTarget target) {
        appeared.add(target);
        tell("+ " + target.target());
    }

    @Override
    public synchronized void ended(Target target, Map<String, String> detail) {
        tell("~ " + target + " " + detail.get("reason"));
    }

    @Override
    public synchronized void vanished(Target target, Map<String, String> detail) {
        tell("- " + target + " " + detail.get("reason"));
    }

    @Override
    public synchronized void troubled(String message) {
        tell("! " + message);
    }

    @Override
    public synchronized void abnormal(Abnormality what) {
        abnormality.add(what);
        notifyAll();
    }

    @Override
    public synchronized void blind(String about, GapReason reason, String message) {
        tell("? " + about + " " + (message.isEmpty() ? "seen again" : reason.word() + ": " + message));
    }

    /** What went wrong so far, each as {@code NAMESPACE OBJECT REASON COUNT}. */
    public synchronized List<String> abnormal() {
        return abnormality.stream()
                .map(one -> (one.namespace() + " " + one.object() + " " + one.reason() + " " + one.count()).strip())
                .toList();
    }

    private void tell(String words) {
        told.add(words);
        notifyAll();
    }

    public synchronized List<String> told() {
        return List.copyOf(told);
    }

    /** Waits until something was told whose words begin so, and as often. */
    public void await(String words, int times) {
        awaitThat(all -> all.stream().filter(one -> one.startsWith(words)).count() >= times, words);
    }

    public void await(String words) {
        await(words, 1);
    }

    private synchronized void awaitThat(Predicate<List<String>> condition, String words) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!condition.test(told)) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError("never told '" + words + "', but " + told);
                }
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The newest incarnation of a target. */
    public synchronized LiveTarget latest(String path) {
        return appeared.stream()
                .filter(target -> target.target().path().equals(path))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new NoSuchElementException(path + " among " + told));
    }
}
