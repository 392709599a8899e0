package dev.seep.session;

/**
 * Schedule of the polls of one target: due at {@code origin + offset + k * every}. The offsets of a session follow the
 * golden ratio, which spreads any number of targets evenly over the interval, also while they come and go.
 */
record PollSchedule(long origin, long offset, long every) {
    private static final double GOLDEN = 0.6180339887498949;

    /** @param index running number of the target in its session */
    static PollSchedule of(long origin, long every, int index) {
        double turn = index * GOLDEN;
        return new PollSchedule(origin, (long) ((turn - Math.floor(turn)) * every), every);
    }

    /**
     * Schedule with due times away from those of this one, which begins soon.
     *
     * @param share of the time between two of these
     * @param rhythm its interval in ns; taken for a multiple of this one's where it is longer
     */
    PollSchedule between(double share, long rhythm, long now) {
        PollSchedule beside = new PollSchedule(origin, offset + (long) (share * every), every);
        long times = Math.max(1, Math.round((double) rhythm / every));
        return new PollSchedule(beside.due(beside.firstFrom(now)), 0, rhythm < every ? rhythm : times * every);
    }

    /** Number of the first due time at {@code nanos} or later. */
    long firstFrom(long nanos) {
        return Math.max(0, -Math.floorDiv(origin + offset - nanos, every));
    }

    long due(long number) {
        return origin + offset + number * every;
    }
}
