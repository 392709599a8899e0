package dev.seep.verdict;

import dev.seep.sample.Abnormality;
import dev.seep.sample.Event;
import dev.seep.sample.GapReason;
import dev.seep.sample.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The abnormal events of a run, such as evictions or failed mounts, which are told beside the polled values.
 *
 * @param all by reason and object, the most frequent first
 * @param unseen objects that seep was not allowed to watch for them, sorted: {@code events in namespace shop}
 */
public record AbnormalEvents(List<AbnormalEvent> all, List<String> unseen) {
    private static final Comparator<AbnormalEvent> MOST_FIRST = Comparator.comparingLong(AbnormalEvent::count)
            .reversed()
            .thenComparing(AbnormalEvent::reason)
            .thenComparing(AbnormalEvent::where);

    public AbnormalEvents {
        all = List.copyOf(all);
        unseen = List.copyOf(unseen);
    }

    private record Subject(String reason, String namespace, String object) {}

    public static AbnormalEvents of(Run run) {
        Map<Subject, AbnormalEvent> bySubject = new LinkedHashMap<>();
        Set<String> unseen = new TreeSet<>();
        for (Event event : run.events()) {
            Abnormality.of(event)
                    .ifPresent(what -> bySubject.merge(
                            new Subject(what.reason(), what.namespace(), what.object()),
                            counted(event, what),
                            AbnormalEvents::together));
            String about = event.detail().get("about");
            if (event.type() == Event.Type.POLL_FAILED
                    && about != null
                    && GapReason.DENIED.word().equals(event.detail().get("reason"))) {
                unseen.add(about);
            }
        }
        List<AbnormalEvent> all = new ArrayList<>(bySubject.values());
        all.sort(MOST_FIRST);
        return new AbnormalEvents(all, List.copyOf(unseen));
    }

    private static AbnormalEvent counted(Event event, Abnormality what) {
        return new AbnormalEvent(
                what.reason(),
                what.namespace(),
                what.object(),
                what.count(),
                event.time(),
                event.time(),
                what.message());
    }

    private static AbnormalEvent together(AbnormalEvent before, AbnormalEvent after) {
        return new AbnormalEvent(
                before.reason(),
                before.namespace(),
                before.object(),
                before.count() + after.count(),
                before.first(),
                after.last(),
                after.message());
    }
}
