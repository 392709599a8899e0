package dev.seep.source.kubernetes.objects;

import dev.seep.sample.Abnormality;
import dev.seep.source.TargetListener;
import dev.seep.source.exec.Messages;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Health of nodes: tells when one is no longer ready, or under pressure. */
final class NodeHealth implements ObjectObserver<NodeJson> {
    private static final Set<String> PRESSURES = Set.of("MemoryPressure", "DiskPressure", "PIDPressure");

    private final TargetListener listener;
    private final Predicate<String> nodes;
    private final Map<String, Set<String>> known = new HashMap<>();
    private boolean begun;

    /** @param nodes that are told of, by name */
    NodeHealth(TargetListener listener, Predicate<String> nodes) {
        this.listener = listener;
        this.nodes = nodes;
    }

    @Override
    public void seen(NodeJson node) {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (NodeJson.Condition condition : node.conditions()) {
            wrong(condition).ifPresent(reason -> wrong.put(reason, line(condition.message())));
        }
        Set<String> before = Optional.ofNullable(known.put(node.name(), Set.copyOf(wrong.keySet())))
                .orElse(Set.of());
        wrong.forEach((reason, message) -> {
            if (begun && !before.contains(reason) && nodes.test(node.name())) {
                listener.abnormal(new Abnormality("", "node/" + Messages.line(node.name()), reason, message, 1));
            }
        });
    }

    /** Fault by this condition: {@code Ready} is good news when it is true, a pressure bad news. */
    private static Optional<String> wrong(NodeJson.Condition condition) {
        boolean isTrue = "True".equals(condition.status());
        if ("Ready".equals(condition.type())) {
            return isTrue ? Optional.empty() : Optional.of("NodeNotReady");
        }
        return Optional.ofNullable(condition.type()).filter(type -> isTrue && PRESSURES.contains(type));
    }

    private static String line(@Nullable String text) {
        return text == null ? "" : Messages.line(text);
    }

    @Override
    public void gone(NodeJson node) {
        known.remove(node.name());
    }

    @Override
    public void begun() {
        begun = true;
    }
}
