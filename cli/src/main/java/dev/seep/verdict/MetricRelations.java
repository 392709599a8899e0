package dev.seep.verdict;

import java.util.List;
import java.util.stream.Stream;

/**
 * Known relations between the metrics of one container: which growth brings which other. A socket is a descriptor, both
 * have buffers in memory, a thread has a stack, and what is resident contains what is anonymous.
 */
final class MetricRelations {
    /** Causes before what follows from them; a prefix each, metrics that are not in it come last. */
    private static final List<String> ORDER = List.of(
            "processes",
            "zombies",
            "sockets.tcp.close_wait",
            "sockets.",
            "fds.open",
            "fds.",
            "threads",
            "jvm.threads",
            "jvm.classes",
            "jvm.metaspace",
            "jvm.heap.",
            "memory.anon",
            "memory.rss",
            "memory.",
            "disk.deleted_open",
            "disk.path.",
            "disk.volume.",
            "disk.writable_layer",
            "disk.used.",
            "disk.",
            "objects.jobs",
            "objects.pods",
            "objects.events");

    /** A connection with TLS and its buffers holds some ten KiB, one with large ones a hundred. */
    private static final double PER_DESCRIPTOR = 0x1p17;
    /** Whoever lists processes, as the shell does that seep asks, keeps less than a page of memory for each. */
    private static final double PER_LISTED = 0x1p12;
    /** The stack that a thread of a JVM may have by default ({@code -Xss}). */
    private static final double PER_THREAD = 0x1p20;
    /** Two that count the same thing differ by less. */
    private static final double SAME = 0.1;
    /** A cause explains at least this share. */
    private static final double EXPLAINED = 0.5;

    private static final Check ANY = (cause, effect) -> true;
    private static final Check EQUAL = (cause, effect) -> Math.abs(cause - effect) <= SAME * Math.max(cause, effect);
    private static final Check MOST_OF = (cause, effect) -> cause >= EXPLAINED * effect;

    private static final List<Relation> ALL = List.of(
            new Relation("zombies", "memory.", atMost(PER_LISTED)),
            new Relation("processes", "sockets.", ANY),
            new Relation("processes", "fds.", ANY),
            new Relation("processes", "threads", ANY),
            new Relation("processes", "memory.", ANY),
            new Relation("sockets.", "sockets.", EQUAL),
            new Relation("sockets.", "fds.open", MOST_OF),
            new Relation("sockets.", "fds.limit_share", ANY),
            new Relation("sockets.", "threads", EQUAL),
            new Relation("sockets.", "jvm.heap.", atMost(PER_DESCRIPTOR)),
            new Relation("sockets.", "memory.", atMost(PER_DESCRIPTOR)),
            new Relation("fds.", "fds.", ANY, true),
            new Relation("fds.open", "threads", EQUAL),
            new Relation("fds.open", "jvm.heap.", atMost(PER_DESCRIPTOR)),
            new Relation("fds.open", "memory.", atMost(PER_DESCRIPTOR)),
            new Relation("fds.open", "disk.deleted_open", ANY),
            new Relation("threads", "jvm.threads", MOST_OF, true),
            new Relation("threads", "jvm.heap.", atMost(PER_THREAD)),
            new Relation("threads", "memory.", atMost(PER_THREAD)),
            new Relation("jvm.classes", "jvm.metaspace", ANY),
            new Relation("jvm.metaspace", "memory.", MOST_OF),
            new Relation("jvm.heap.", "jvm.heap.", ANY),
            new Relation("jvm.heap.", "memory.", MOST_OF),
            new Relation("memory.anon", "memory.rss", MOST_OF, true),
            new Relation("memory.", "memory.", ANY),
            new Relation("disk.", "disk.", EQUAL),
            new Relation("disk.used.", "disk.inodes.", ANY),
            new Relation("objects.", "objects.", EQUAL),
            new Relation("objects.jobs", "objects.jobs.", ANY),
            new Relation("objects.jobs", "objects.pods", ANY),
            new Relation("objects.pods", "objects.pods.", ANY),
            new Relation("objects.", "objects.events", ANY));

    /** Of the slopes of both, in their units per hour. */
    private interface Check {
        boolean holds(double cause, double effect);
    }

    /** @param same whether both measure the same thing, which needs no proof that they grow in step */
    private record Relation(String cause, String effect, Check check, boolean same) {
        Relation(String cause, String effect, Check check) {
            this(cause, effect, check, false);
        }
    }

    private MetricRelations() {}

    /** Place of a metric among causes and effects: the lower, the more it is a cause. */
    static int rank(String metric) {
        for (int i = 0; i < ORDER.size(); i++) {
            if (metric.startsWith(ORDER.get(i))) {
                return i;
            }
        }
        return ORDER.size();
    }

    /** Whether growth of the one can be what brings the growth of the other, by what they are and how fast they are. */
    static boolean explains(Finding cause, Finding effect) {
        return holding(cause, effect).findAny().isPresent();
    }

    /** Whether the other measures the same thing once more. */
    static boolean areSame(Finding cause, Finding effect) {
        return holding(cause, effect).anyMatch(Relation::same);
    }

    private static Stream<Relation> holding(Finding cause, Finding effect) {
        double causes = Math.abs(cause.slope().perHour());
        double effects = Math.abs(effect.slope().perHour());
        return ALL.stream()
                .filter(relation -> isOf(cause, relation.cause) && isOf(effect, relation.effect))
                .filter(relation -> relation.check.holds(causes, effects));
    }

    private static boolean isOf(Finding finding, String metric) {
        return finding.metric().name().startsWith(metric);
    }

    private static Check atMost(double bytes) {
        return (cause, effect) -> effect <= bytes * cause;
    }
}
