package dev.seep.verdict;

import static dev.seep.verdict.RunOf.event;
import static dev.seep.verdict.RunOf.pod;
import static dev.seep.verdict.RunOf.restarted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Event;
import dev.seep.sample.Target;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Restarts as they happen: the moment they fail a run is the moment its verdict would. */
class RestartWatchTest {
    private static final Target WEB = pod("web-1");

    private final RestartWatch watch = new RestartWatch(Policy.DEFAULT);

    @Test
    void theSecondCrashFailsAndNotTheFirst() {
        assertThat(watch.happened(restarted(30, WEB, "exit 7"))).isEmpty();
        assertThat(watch.happened(restarted(60, WEB, "exit 7"))).hasValue("restarted 2 times (exit 7 x2)");
    }

    @Test
    void aKillForMemoryFailsAtOnce() {
        assertThat(watch.happened(event(30, Event.Type.ENDED, WEB, "reason", "OOMKilled")))
                .hasValue("was killed for memory once");
    }

    @Test
    void crashesOfTwoReplicasAreNotTwoOfOne() {
        assertThat(watch.happened(restarted(30, WEB, "exit 7"))).isEmpty();
        assertThat(watch.happened(restarted(60, pod("web-2"), "exit 7"))).isEmpty();
    }

    @Test
    void crashesOfTwoWorkloadsAreKeptApart() {
        assertThat(watch.happened(restarted(30, WEB, "exit 7"))).isEmpty();
        assertThat(watch.happened(restarted(60, Target.container("shop", "web-1", "app", "deployment/b"), "exit 7")))
                .isEmpty();
    }

    @Test
    void whatWentWithItsPodDidNotCrash() {
        watch.happened(event(0, Event.Type.APPEARED, WEB));
        watch.happened(restarted(10, WEB, "exit 7"));
        Optional<String> dies = watch.happened(event(30, Event.Type.ENDED, WEB, "reason", "exit 137"));

        assertThat(dies).hasValue("restarted once (exit 7), ended with exit 137");
        assertThat(watch.happened(event(31, Event.Type.VANISHED, WEB, "reason", "deleted")))
                .isEmpty();
    }

    @Test
    void onlyAnEndCanFail() {
        watch.happened(restarted(30, WEB, "OOMKilled"));

        assertThat(watch.happened(event(40, Event.Type.POLL_FAILED, WEB, "reason", "timeout")))
                .isEmpty();
        assertThat(watch.happened(restarted(50, WEB, "exit 0"))).isPresent();
    }

    @Test
    void onlyContainersRestart() {
        assertThat(watch.happened(restarted(30, WEB.pod(), "OOMKilled"))).isEmpty();
        assertThat(watch.happened(restarted(30, Target.process("app"), "OOMKilled")))
                .isEmpty();
        assertThat(watch.happened(event(30, Event.Type.RESTARTED, null, "reason", "OOMKilled")))
                .isEmpty();
    }

    /** All happens on 22 November. */
    @Test
    void aKnownLeakEndsNoRunUntilItExpires() {
        assertThat(knownUntil("2026-11-22").happened(restarted(30, WEB, "OOMKilled")))
                .isEmpty();
        assertThat(knownUntil("2026-11-21").happened(restarted(30, WEB, "OOMKilled")))
                .hasValue("was killed for memory once; it was known (SHOP-1) and allowed until 2026-11-21");
    }

    private static RestartWatch knownUntil(String day) {
        Map<String, Object> known = Map.of("reason", "SHOP-1", "expires", day);
        return new RestartWatch(
                PolicyReader.of(Map.of("rules", List.of(Map.of("metric", "restarts", "known", known)))));
    }
}
