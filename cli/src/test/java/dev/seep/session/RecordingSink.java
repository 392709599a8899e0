package dev.seep.session;

import dev.seep.sample.Event;
import dev.seep.sample.GapReason;
import dev.seep.sample.Observation;
import dev.seep.sample.ObservationSink;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a session writes down. */
final class RecordingSink implements ObservationSink {
    final List<Observation> observations = new ArrayList<>();
    final List<Event> events = new ArrayList<>();

    @Override
    public void observe(Observation observation) {
        observations.add(observation);
    }

    @Override
    public void happened(Event event) {
        events.add(event);
    }

    List<Observation> of(String path) {
        return observations.stream()
                .filter(observation -> observation.target().path().equals(path))
                .toList();
    }

    long gaps(String path, GapReason reason) {
        return of(path).stream()
                .filter(observation -> observation.gaps().containsValue(reason))
                .count();
    }

    List<Event.Type> eventTypes() {
        return events.stream().map(Event::type).toList();
    }
}
