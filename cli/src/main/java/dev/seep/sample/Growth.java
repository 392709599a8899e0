package dev.seep.sample;

/**
 * Growth of one resource of a target, between two captures.
 *
 * @param what {@code /var/log/app/*.log}, {@code CLOSE_WAIT to 10.0.0.5:8080} ...; printable
 * @param who the name of the process that holds it, empty if nobody does or it is not known
 * @param before at the first capture, NaN if there was none in this life
 * @param after at the last capture
 */
public record Growth(Kind kind, String what, String who, double before, double after) {
    public enum Kind implements Worded {
        DESCRIPTORS(Unit.COUNT),
        SOCKETS(Unit.COUNT),
        ZOMBIES(Unit.COUNT),
        PROCESSES(Unit.COUNT),
        THREADS(Unit.COUNT),
        /** Mappings by name, resident or swapped out. */
        MEMORY(Unit.BYTES),
        /** Classes of a Java virtual machine, by bytes of their objects. */
        CLASSES(Unit.BYTES),
        FILES(Unit.BYTES),
        /** Directories, without those below them. */
        DIRECTORIES(Unit.BYTES);

        private final Unit unit;

        Kind(Unit unit) {
            this.unit = unit;
        }

        public Unit unit() {
            return unit;
        }
    }

    /** Rise since the first capture; the whole amount if there was none. */
    public double rise() {
        return Double.isNaN(before) ? after : after - before;
    }

    /** Whether there was an earlier capture. */
    public boolean isKnownBefore() {
        return !Double.isNaN(before);
    }
}
