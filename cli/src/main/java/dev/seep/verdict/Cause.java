package dev.seep.verdict;

import dev.seep.sample.Evidence;
import dev.seep.sample.Growth;
import dev.seep.sample.Growth.Kind;
import dev.seep.sample.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Explanation of the growth of a metric: {@code +412 descriptors of java to /var/log/app/*.log}. */
final class Cause {
    private static final String SOCKETS = "sockets.tcp.";
    /** Share of the greatest rise from which another rise is named too, or in its place where it says more. */
    private static final double TELLING = 0.5;
    /** Share of the growth of memory from which the Java heap is named with it. */
    private static final double SHARE_OF_HEAP = 0.1;

    private static final Comparator<Growth> MOST =
            Comparator.comparing(Growth::isKnownBefore).thenComparingDouble(Growth::rise);

    private final List<Growth> growths = new ArrayList<>();
    private final Map<Growth, Double> hours = new HashMap<>();

    private Cause(List<Evidence> evidence) {
        for (Evidence one : evidence) {
            double between = one.from() == null
                    ? Double.NaN
                    : Duration.between(one.from(), one.to()).toMillis() / 3.6e6;
            growths.addAll(one.growths());
            one.growths().forEach(growth -> hours.putIfAbsent(growth, between));
        }
    }

    /** Empty if the evidence does not explain this metric. */
    static Optional<SeenGrowth> of(String metric, List<Evidence> evidence) {
        Cause cause = new Cause(evidence);
        String probe = metric.contains(".") ? metric.substring(0, metric.indexOf('.')) : metric;
        return switch (probe) {
            case "fds" -> cause.descriptors(growth -> true);
            case "sockets" -> metric.startsWith(SOCKETS) ? cause.sockets(metric) : Optional.empty();
            case "zombies" ->
                cause.top(Kind.ZOMBIES).map(growth -> cause.seen(words(growth, "zombies") + parent(growth), growth));
            case "processes" ->
                cause.top(Kind.PROCESSES).map(growth -> cause.seen(words(growth, "processes") + named(growth), growth));
            case "threads" ->
                cause.top(Kind.THREADS).map(growth -> cause.seen(words(growth, "threads") + named(growth), growth));
            case "memory" -> cause.memory();
            case "jvm" -> metric.startsWith("jvm.heap") ? cause.classes() : Optional.empty();
            case "disk" ->
                metric.equals("disk.deleted_open")
                        ? cause.descriptors(growth -> growth.what().endsWith("(deleted)"))
                        : cause.files();
            default -> Optional.empty();
        };
    }

    private SeenGrowth seen(String words, Growth growth) {
        return new SeenGrowth(
                words,
                growth.what(),
                growth.kind().unit(),
                growth.isKnownBefore() ? growth.rise() : Double.NaN,
                hours.getOrDefault(growth, Double.NaN));
    }

    private Optional<Growth> top(Kind kind) {
        return top(kind, growth -> true);
    }

    private Optional<Growth> top(Kind kind, Predicate<Growth> wanted) {
        Predicate<Growth> all = growth -> growth.kind() == kind && wanted.test(growth);
        Optional<Growth> most = growths.stream().filter(all).max(MOST);
        return most.flatMap(one -> growths.stream()
                        .filter(all)
                        .filter(growth -> isOfSomebody(growth) && isSeenAgain(one, growth))
                        .max(MOST))
                .or(() -> most);
    }

    /** The sockets of a pod are seen from each of its containers, a moment apart, and only one knows whose they are. */
    private static boolean isSeenAgain(Growth one, Growth again) {
        return again.what().equals(one.what())
                && again.isKnownBefore() == one.isKnownBefore()
                && again.rise() >= TELLING * one.rise();
    }

    private Optional<SeenGrowth> descriptors(Predicate<Growth> wanted) {
        Optional<Growth> most = top(Kind.DESCRIPTORS, wanted);
        Optional<Growth> next = top(Kind.DESCRIPTORS, wanted.and(growth -> most.filter(
                        one -> !one.what().equals(growth.what()) && one.rise() * TELLING <= growth.rise())
                .isPresent()));
        return most.map(one -> seen(words(one, "descriptors") + who(one) + " to " + one.what(), one))
                .map(seen -> next.map(two -> seen.and(", " + words(two, "to ") + two.what(), two.rise()))
                        .orElse(seen));
    }

    private Optional<SeenGrowth> sockets(String metric) {
        String state = metric.substring(SOCKETS.length()).toUpperCase(Locale.ROOT);
        return top(Kind.SOCKETS, growth -> growth.what().startsWith(state + " "))
                .map(growth -> seen(words(growth, "sockets") + who(growth) + ", " + growth.what(), growth));
    }

    private Optional<SeenGrowth> memory() {
        return top(Kind.MEMORY).map(growth -> {
            boolean telling = top(Kind.CLASSES)
                    .filter(heap -> heap.rise() >= SHARE_OF_HEAP * growth.rise())
                    .isPresent();
            String heap =
                    telling ? classes().map(classes -> "; " + classes.words()).orElse("") : "";
            return seen(words(growth, mapping(growth.what())) + who(growth) + heap, growth);
        });
    }

    private static String mapping(String name) {
        return switch (name) {
            case "anonymous" -> "anonymous memory";
            case "[heap]" -> "heap";
            case "[stack]" -> "stack";
            case "(all mappings)" -> "memory";
            default -> "of " + name;
        };
    }

    /** Arrays and strings hold the data of other objects, so that the first class of the program is named too. */
    private Optional<SeenGrowth> classes() {
        Optional<Growth> own =
                top(Kind.CLASSES, growth -> !growth.what().matches("(java|jdk|sun|javax)\\..*|\\w+(\\[])+"));
        return top(Kind.CLASSES).map(growth -> {
            Optional<Growth> other = own.filter(one -> !one.equals(growth));
            SeenGrowth seen = seen(words(growth, "of " + growth.what()), growth);
            return other.map(one -> seen.and(", " + words(one, "of " + one.what()), one.rise()))
                    .orElse(seen)
                    .and(" on the Java heap", 0);
        });
    }

    private Optional<SeenGrowth> files() {
        Optional<Growth> directory = top(Kind.DIRECTORIES);
        Optional<Growth> files = top(Kind.FILES)
                .filter(growth -> directory.isEmpty()
                        || growth.rise() >= TELLING * directory.get().rise());
        return files.or(() -> directory).map(growth -> seen(words(growth, "in " + growth.what()), growth));
    }

    private static String words(Growth growth, String noun) {
        String amount = Quantity.of(growth.rise(), growth.kind().unit());
        return (growth.isKnownBefore() ? "+" : "at the end ") + amount + " " + noun;
    }

    private static String who(Growth growth) {
        return isOfSomebody(growth) ? " of " + growth.who() : "";
    }

    private static boolean isOfSomebody(Growth growth) {
        return !growth.who().isEmpty() && !growth.who().equals("-");
    }

    private static String named(Growth growth) {
        return " named " + growth.what() + (growth.what().equals(growth.who()) ? "" : who(growth));
    }

    private static String parent(Growth growth) {
        return " named " + growth.what() + (who(growth).isEmpty() ? "" : ", children" + who(growth));
    }
}
