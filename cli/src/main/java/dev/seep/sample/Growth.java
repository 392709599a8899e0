package dev.seep.sample;

/**
 * How much of one thing a target holds, at two looks into it.
 *
 * @param what {@code /var/log/app/*.log}, {@code CLOSE_WAIT to 10.0.0.5:8080} ...; printable
 * @param who the name of the process that holds it, empty if nobody does or it is not known
 * @param before at the first look, NaN if there was none in this life
 * @param after at the last look
 */
public record Growth(Kind kind, String what, String who, double before, double after) {
    /** What is looked at. */
    public enum Kind {
        DESCRIPTORS(Unit.COUNT),
        SOCKETS(Unit.COUNT),
        ZOMBIES(Unit.COUNT),
        PROCESSES(Unit.COUNT),
        THREADS(Unit.COUNT),
        /** Mappings by name, resident or swapped out. */
        MEMORY(Unit.BYTES),
        /** Classes of a Java virtual machine, by what their objects take. */
        CLASSES(Unit.BYTES),
        FILES(Unit.BYTES),
        /** Directories, without what is in directories below them. */
        DIRECTORIES(Unit.BYTES);

        private final Unit unit;

        Kind(Unit unit) {
            this.unit = unit;
        }

        public Unit unit() {
            return unit;
        }
    }

    /** What came to it; all there is where nobody knows what there was. */
    public double rise() {
        return Double.isNaN(before) ? after : after - before;
    }

    /** Whether there was an earlier look. */
    public boolean isKnownBefore() {
        return !Double.isNaN(before);
    }
}
