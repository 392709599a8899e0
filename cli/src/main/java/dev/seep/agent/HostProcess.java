package dev.seep.agent;

import java.util.Optional;

/** A process of the node, the same one in every round for as long as it lives. Not safe for use by several threads. */
final class HostProcess {
    /** Fields of {@code /proc/PID/stat}, see proc(5); {@code start} tells processes with the same ID apart. */
    record Stat(char state, long parent, long threads, long start, long residentPages) {
        private static final int STATE = 0;
        private static final int PARENT = 1;
        private static final int THREADS = 17;
        private static final int START = 19;
        private static final int RESIDENT = 21;

        /** A process's name may hold any byte, so that the last {@code )} counts. */
        static Optional<Stat> parse(String text) {
            String[] fields = text.substring(text.lastIndexOf(')') + 1).trim().split(" ", RESIDENT + 2);
            if (fields.length <= RESIDENT || fields[STATE].length() != 1) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Stat(
                        fields[STATE].charAt(0),
                        Long.parseLong(fields[PARENT]),
                        Long.parseLong(fields[THREADS]),
                        Long.parseLong(fields[START]),
                        Long.parseLong(fields[RESIDENT])));
            } catch (NumberFormatException malformed) {
                return Optional.empty();
            }
        }
    }

    private final long pid;
    private Stat stat;
    private String container = "";
    private String limit = "";
    private int readings;

    HostProcess(long pid, Stat stat) {
        this.pid = pid;
        this.stat = stat;
    }

    long pid() {
        return pid;
    }

    long parent() {
        return stat.parent();
    }

    boolean isZombie() {
        return stat.state() == 'Z' || stat.state() == 'X';
    }

    /** Whether that is still this process, and not another one with its ID. */
    boolean isStill(Stat now) {
        if (now.start() != stat.start()) {
            return false;
        }
        stat = now;
        return true;
    }

    /** ID of its container, empty if it is not known to be in one. */
    String container() {
        return container;
    }

    void isIn(String someContainer) {
        container = someContainer;
    }

    /** A line for the section {@code stat} of an answer. */
    String row() {
        return pid + " " + stat.state() + " " + stat.threads() + " " + stat.residentPages();
    }

    /** The soft limit of descriptors as last read, empty every so many times: it hardly ever changes. */
    String knownLimit(int refresh) {
        return readings++ % refresh == 0 ? "" : limit;
    }

    void hasLimit(String soft) {
        limit = soft;
    }
}
