package dev.seep.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult.Answered;
import dev.seep.source.ExecResult.Cases;
import dev.seep.source.ExecResult.Exited;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.ExecResult.Seen;
import dev.seep.source.ExecResult.TimedOut;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExecResultTest {
    private static final ExecResult DENIED = new Failed(GapReason.DENIED, "no");

    @Test
    void eachKindOfResultHasItsCase() {
        Cases<String> names = new Cases<>(
                exited -> "exited " + exited.status(),
                answered -> "answered " + answered.out(),
                seen -> "seen " + seen.through(),
                timedOut -> "timed out " + timedOut.out(),
                failed -> "failed " + failed.reason());

        assertThat(Stream.of(
                                new Exited(3, "", ""),
                                new Answered("7"),
                                new Seen(null, "kubelet", Map.of(), Map.of()),
                                new TimedOut("half", ""),
                                DENIED)
                        .map(result -> result.fold(names)))
                .containsExactly("exited 3", "answered 7", "seen kubelet", "timed out half", "failed DENIED");
    }

    @Test
    void aFailureIsToldApartByItsReason() {
        assertThat(DENIED.failedFor(GapReason.DENIED)).isTrue();
        assertThat(DENIED.failedFor(GapReason.TIMEOUT)).isFalse();
        assertThat(new TimedOut("", "").failedFor(GapReason.TIMEOUT)).isFalse();
    }
}
