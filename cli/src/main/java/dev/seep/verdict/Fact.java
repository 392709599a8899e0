package dev.seep.verdict;

import dev.seep.sample.Event;
import java.util.List;

/**
 * A finding that {@linkplain Finding#isFact() needs no statistics}.
 *
 * @param events that it rests on, in order; none where nothing happened, and that is the fact
 */
record Fact(Finding finding, List<Event> events) {
    Fact {
        events = List.copyOf(events);
    }
}
