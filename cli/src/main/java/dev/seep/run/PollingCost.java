package dev.seep.run;

import dev.seep.session.SoakStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Average cost of an answer over a run.
 *
 * @param cpuMillis of this process, everything that it did meanwhile included
 * @param bytes of the answer, without network overhead
 * @param millis from question to answer
 */
record PollingCost(long answers, double cpuMillis, double bytes, double millis) {
    /** CPU time of this process so far, zero where the system gives none. */
    static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Empty if nothing answered. */
    static Optional<PollingCost> of(SoakStatus end, Duration before) {
        double answers = end.answers();
        return answers == 0
                ? Optional.empty()
                : Optional.of(new PollingCost(
                        end.answers(),
                        processorTime().minus(before).toMillis() / answers,
                        end.answerBytes() / answers,
                        end.answerMillis() / answers));
    }

    /** For {@code run.json}. */
    Map<String, Object> keys() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("answers", answers);
        keys.put("cpuMillisPerAnswer", cpuMillis);
        keys.put("bytesPerAnswer", bytes);
        keys.put("millisPerAnswer", millis);
        return keys;
    }

    /** One line for people. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "a poll cost %.1f ms of CPU here and %.0f bytes, and was answered within %.1f ms on average",
                cpuMillis,
                bytes,
                millis);
    }
}
