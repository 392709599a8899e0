package dev.seep.verdict;

import dev.seep.sample.Abnormal;
import dev.seep.sample.Event;
import dev.seep.sample.Run;
import dev.seep.sample.Target;
import java.util.List;

/** What a run recorded of a {@linkplain Finding#isFact() fact}. */
final class FactEvents {
    private FactEvents() {}

    static List<Event> of(Run run, Finding fact) {
        return run.events().stream().filter(event -> isOf(event, fact)).toList();
    }

    private static boolean isOf(Event event, Finding fact) {
        String metric = fact.metric().name();
        Target target = event.target();
        return switch (event.type()) {
            case ABNORMAL ->
                Abnormal.of(event)
                        .filter(what -> EventCeilings.metric(what.reason()).equals(metric))
                        .isPresent();
            case POLL_FAILED -> metric.equals(event.detail().get("probe"));
            case ENDED, RESTARTED, VANISHED ->
                target != null && Group.nameOf(target, metric).equals(fact.series());
            default -> false;
        };
    }
}
