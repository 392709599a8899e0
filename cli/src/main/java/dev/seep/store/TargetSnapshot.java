package dev.seep.store;

import dev.seep.sample.Event;
import dev.seep.sample.Target;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Targets present now, so that a new part of the events begins with those that the deleted ones told of. */
final class TargetSnapshot {
    private final Map<String, Event> present = new LinkedHashMap<>();

    TargetSnapshot(List<Event> events) {
        events.forEach(this::happened);
    }

    void happened(Event event) {
        Target target = event.target();
        if (target == null) {
            return;
        }
        switch (event.type()) {
            case APPEARED, RESTARTED -> present.put(target.path(), event);
            case VANISHED -> present.remove(target.path());
            default -> {}
        }
    }

    /** As events that these targets appeared. */
    byte[] lines() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Event event : present.values()) {
            lines.writeBytes(EventLines.line(
                    new Event(event.time(), Event.Type.APPEARED, event.target(), event.life(), event.detail())));
        }
        return lines.toByteArray();
    }
}
