package dev.seep.session;

/**
 * Limits of the load of polling.
 *
 * @param pollsPerSecond over all targets; infinite for no bound
 * @param burst polls that may go out at once after a quiet time
 * @param startsPerNode shells that are being started on one node at the same time (an exec costs a node about 60 ms of
 *     CPU, an answer of a kept shell a hundredth of that)
 * @param starts shells that are being started at the same time over all nodes
 * @param keptSessions shells that are kept open over all nodes; targets beyond are asked one-shot
 */
public record Budget(double pollsPerSecond, int burst, int startsPerNode, int starts, int keptSessions) {
    public static final Budget DEFAULT = new Budget(Double.POSITIVE_INFINITY, 100, 4, 64, 20_000);
}
