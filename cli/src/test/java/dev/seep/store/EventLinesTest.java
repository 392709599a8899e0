package dev.seep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seep.sample.Event;
import dev.seep.sample.Target;
import dev.seep.store.line.JsonLines;
import dev.seep.store.line.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventLinesTest {
    @TempDir
    Path temporary;

    @ParameterizedTest
    @EnumSource
    void everyTypeIsReadBack(Event.Type type) throws IOException {
        for (Target target : new Target[] {
            null,
            Recorded.APP,
            Recorded.POD,
            Target.process("nginx"),
            Target.scope("shop", "jobs"),
            Target.container("local", "web", "app", "x")
        }) {
            Event event = new Event(Recorded.START, type, target, target == null ? null : "3f", Map.of("a", "1\n2"));
            String line = new String(EventLines.line(event), StandardCharsets.UTF_8);

            assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
            assertThat(read(line)).containsExactly(event);
        }
    }

    @Test
    void passesOverWhatItDoesNotKnow() throws IOException {
        assertThat(read("""
                        {"t":"2026-11-22T21:00:00.123Z","event":"paused","since":{"x":[1]},"n":7,"detail":{"a":true,"b":{"c":1}}}
                        """)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(Event.Type.PAUSED);
            assertThat(event.detail()).containsEntry("a", "true").containsKey("b");
        });
    }

    @Test
    void aTargetWithoutMoreIsToldByItsPath() throws IOException {
        assertThat(read("{\"t\":\"2026-11-22T21:00:00Z\",\"event\":\"appeared\",\"target\":\"local/nginx\"}\n"))
                .extracting(Event::target)
                .containsExactly(Target.process("nginx"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"event":"paused"}                                                              | no "t"
            {"t":"2026-11-22T21:00:00Z"}                                                    | no "event"
            {"t":"never","event":"paused"}                                                  | not a time: 'never'
            {"t":"2026-11-22T21:00:00Z","event":"exploded"}                                 | unknown event type 'exploded'
            {"t":"2026-11-22T21:00:00Z","event":"paused","target":"x"}                      | not a target: 'x', expected namespace/pod/container
            {"t":"2026-11-22T21:00:00Z","event":"paused","target":"a/b","kind":"ship"}      | unknown kind of target 'ship'
            {"t":"2026-11-22T21:00:00Z","event":"paused"} {}                                | more than one JSON object on a line
            """)
    void saysWhichLineIsBroken(String line, String problem) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> read("\n" + line + "\n"))
                .withMessageStartingWith(temporary.resolve("events.jsonl") + ":2:")
                .withMessageEndingWith(": " + problem + "; mend or delete this line");
    }

    private List<Event> read(String content) throws IOException {
        Path file = Files.writeString(temporary.resolve("events.jsonl"), content);
        List<Event> events = new ArrayList<>();
        JsonLines.read(file, json -> events.add(EventLines.read(json)));
        return events;
    }
}
