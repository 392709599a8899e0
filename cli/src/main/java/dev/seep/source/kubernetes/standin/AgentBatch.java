package dev.seep.source.kubernetes.standin;

import dev.seep.source.ExecResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Batch of questions for one agent that travel together. Not safe for use by several threads. */
final class AgentBatch {
    private record Question(String container, String probes, CompletableFuture<ExecResult> answer) {}

    private final List<Question> questions = new ArrayList<>();
    private Duration deadline = Duration.ZERO;

    CompletableFuture<ExecResult> add(String container, List<String> probes, Duration patience) {
        CompletableFuture<ExecResult> answer = new CompletableFuture<>();
        questions.add(new Question(container, String.join(",", probes), answer));
        deadline = patience.compareTo(deadline) > 0 ? patience : deadline;
        return answer;
    }

    int size() {
        return questions.size();
    }

    /** The longest of all. */
    Duration deadline() {
        return deadline;
    }

    /** {@code memory,fds:ID,ID} for each set of probes, as the query of the request. */
    String query() {
        Map<String, List<Question>> sets = new LinkedHashMap<>();
        questions.forEach(question -> sets.computeIfAbsent(question.probes(), none -> new ArrayList<>())
                .add(question));
        return sets.entrySet().stream()
                .map(set -> "ask=" + set.getKey() + ":"
                        + set.getValue().stream().map(Question::container).collect(Collectors.joining(",")))
                .collect(Collectors.joining("&"));
    }

    void fail(ExecResult everything) {
        questions.forEach(question -> question.answer().complete(everything));
    }

    /** @param seen by container; who is not among them has the result {@code otherwise} */
    void complete(Map<String, ExecResult> seen, ExecResult otherwise) {
        questions.forEach(question -> question.answer().complete(seen.getOrDefault(question.container(), otherwise)));
    }
}
