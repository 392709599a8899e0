package dev.seep.source.kubernetes.standin;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.seep.sample.GapReason;
import dev.seep.sample.Observation;
import dev.seep.source.ExecResult;
import dev.seep.source.exec.Messages;
import dev.seep.source.kubernetes.api.GsonFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Response of an agent, in its format {@code seep.look/1}. */
final class AgentResponse {
    private static final String FORMAT = "seep.look/1";

    private AgentResponse() {}

    /**
     * Results, by the digits of the containers that were asked for.
     *
     * @throws IllegalArgumentException if that is not such an answer, or not all of it; the message is for people
     */
    static Map<String, ExecResult> parse(String text) {
        try {
            List<JsonObject> lines = text.lines()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .toList();
            if (lines.isEmpty() || !FORMAT.equals(GsonFields.text(lines.get(0), "format"))) {
                throw new IllegalArgumentException("it does not speak " + FORMAT + ": it is another version of seep");
            }
            JsonElement end = lines.get(lines.size() - 1).get("end");
            if (end == null || end.getAsInt() != lines.size() - 2) {
                throw new IllegalArgumentException("its answer is incomplete");
            }
            Map<String, ExecResult> seen = new HashMap<>();
            int bytes = text.length() / lines.size();
            lines.subList(1, lines.size() - 1)
                    .forEach(line -> seen.put(GsonFields.text(line, "id"), seen(line, bytes)));
            return seen;
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | NumberFormatException e) {
            throw new IllegalArgumentException("its answer makes no sense: " + Messages.line(e), e);
        }
    }

    private static ExecResult seen(JsonObject line, int bytes) {
        Map<String, Double> values = new HashMap<>();
        Map<String, GapReason> gaps = new HashMap<>();
        entries(line, "gap").forEach((key, word) -> gaps.put(key, reason(word.getAsString())));
        entries(line, "v").forEach((metric, number) -> {
            double value = number.getAsDouble();
            if (Double.isFinite(value) && value >= 0) {
                values.put(metric, value);
            } else {
                gaps.put(metric, GapReason.MALFORMED);
            }
        });
        GapReason nothing = gaps.get(Observation.EVERYTHING);
        return nothing == null
                ? new ExecResult.Seen(null, "agent", values, gaps, bytes)
                : new ExecResult.Failed(nothing, "the agent sees no process of it");
    }

    private static Map<String, JsonElement> entries(JsonObject line, String key) {
        return line.get(key) instanceof JsonObject object ? object.asMap() : Map.of();
    }

    /** A later agent may have reasons that nobody knows yet. */
    private static GapReason reason(String word) {
        GapReason reason = GapReason.ofWord(word);
        return reason == GapReason.UNKNOWN ? GapReason.FAILED : reason;
    }
}
