package dev.seep.probe;

import java.util.List;

/**
 * Request of one poll: a line for the resident script of a {@link ProbeSet}.
 *
 * @param sequence told apart by the answer: take another one for each question of a session
 * @param probes names of the probes that are asked
 */
public record PollRequest(long sequence, List<String> probes) {
    /** @throws IllegalArgumentException if no probe is asked */
    public PollRequest {
        probes = List.copyOf(probes);
        if (probes.isEmpty()) {
            throw new IllegalArgumentException("a question without probes");
        }
    }

    /** Line to write to the script, without line feed. IDs of processes may follow, each after a space. */
    public String line() {
        return sequence + " " + String.join(",", probes);
    }

    /**
     * The last line of the answer, without line feed. It is longer than any process name, which may hold line feeds.
     */
    public String endMark() {
        return "seep-end-of-answer " + sequence;
    }

    String beginMark() {
        return "seep-answer " + sequence + " ";
    }
}
