package dev.seep.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seep.probe.Probe;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingsQueryTest {
    @Test
    void asksSomeOfSomeContainersAndOthersOfOthers() {
        List<ReadingsRequest> readingsRequests =
                ReadingsQuery.parse("ask=memory,fds:0123456789ab,ba9876543210&ask=sockets:0123456789ab");

        assertThat(readingsRequests).hasSize(2);
        assertThat(readingsRequests.get(0).probes().probes())
                .extracting(Probe::name)
                .containsExactly("memory", "fds");
        assertThat(readingsRequests.get(0).containers()).containsExactly("0123456789ab", "ba9876543210");
        assertThat(readingsRequests.get(1).probes().probes())
                .extracting(Probe::name)
                .containsExactly("sockets");
    }

    @Test
    void readsWhatTheApiServerHasWrittenAnew() {
        assertThat(ReadingsQuery.parse("ask=memory%2Cfds%3A0123456789ab").get(0).containers())
                .containsExactly("0123456789ab");
    }

    @Test
    void asksAllOfAllContainersUnlessItSaysOtherwise() {
        assertThat(ReadingsQuery.parse(null).get(0).containers()).isEmpty();
        assertThat(ReadingsQuery.parse("").get(0).probes().probes()).hasSize(6);
        assertThat(ReadingsQuery.parse("ask=:0123456789ab").get(0).probes().probes())
                .hasSize(6);
        assertThat(ReadingsQuery.parse("ask=memory").get(0).containers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "ask=memory:",
                "ask=memory:zz",
                "ask=memory:0123",
                "ask=mem:0123456789ab",
                "ask=memory&",
                "%",
                "ask=memory:0123456789ab;../../etc/passwd",
                "ask=MEMORY"
            })
    void refusesWhatItDoesNotUnderstand(String query) {
        assertThatThrownBy(() -> ReadingsQuery.parse(query)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesTooMuch() {
        String many = "0123456789ab,".repeat(4097);

        assertThatThrownBy(() -> ReadingsQuery.parse("ask=memory:" + many.substring(0, many.length() - 1)))
                .hasMessageContaining("too much at once");
        assertThatThrownBy(() -> ReadingsQuery.parse("ask=memory:" + "a".repeat(70_000)))
                .hasMessageContaining("more than 65536 characters");
        assertThatThrownBy(() -> ReadingsQuery.parse("ask=memory&".repeat(20) + "ask=memory"))
                .hasMessageContaining("too much at once");
    }
}
