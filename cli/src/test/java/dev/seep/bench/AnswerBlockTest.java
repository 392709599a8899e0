package dev.seep.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.probe.PollRequest;
import dev.seep.probe.ProbeSet;
import dev.seep.probe.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerBlockTest {
    private static final ProbeSet PROBES = ProbeSet.withDisk();

    private static PollRequest question(List<String> probes) {
        return new PollRequest(42, probes);
    }

    @Test
    void isReadWithoutAnyGap() {
        PollRequest pollRequest =
                question(PROBES.probes().stream().map(probe -> probe.name()).toList());

        Reading reading =
                PROBES.read(pollRequest, AnswerBlock.of(42, String.join(",", pollRequest.probes()), 30, 64L << 20));

        assertThat(reading.gaps()).isEmpty();
        assertThat(reading.values())
                .containsEntry("memory.anon", (double) (64L << 20))
                .containsEntry("processes", 30.0)
                .containsEntry("disk.volume.data", (double) (64L << 20))
                .containsEntry("sockets.tcp.close_wait", 1.0);
    }

    @Test
    void answersWhatWasAskedAndNothingElse() {
        Reading reading = PROBES.read(question(List.of("sockets")), AnswerBlock.of(42, "sockets", 30, 1));

        assertThat(reading.gaps()).isEmpty();
        assertThat(reading.values()).containsKey("sockets.tcp.listen").doesNotContainKey("processes");
    }
}
