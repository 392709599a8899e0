package dev.seep.source.kubernetes.pods;

import static dev.seep.testing.FakePod.running;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import dev.seep.testing.FakePod;
import dev.seep.testing.RecordingListener;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PodHealthTest {
    private final RecordingListener listener = new RecordingListener();
    private final PodHealth health = new PodHealth(listener);
    private final PodMapper mapper =
            new PodMapper(KubernetesSelection.of(), new Workloads((namespace, job) -> "job/" + job));

    @Test
    void podsThatDoNotGetOnAreToldOnce() {
        health.begun(false, namespace -> false);
        look(0);
        see(running("shop", "waits", "app").phase("Pending"));
        see(running("shop", "stays", "app").deleting());
        look(1);

        look(149);
        assertThat(listener.abnormal()).isEmpty();
        look(152);
        assertThat(listener.abnormal()).containsExactly("shop pod/stays Terminating 1");
        see(running("shop", "waits", "app").phase("Pending"));
        look(302);
        see(running("shop", "waits", "app").phase("Pending"));
        look(999);

        assertThat(listener.abnormal()).containsExactly("shop pod/stays Terminating 1", "shop pod/waits Pending 1");
    }

    @Test
    void podsThatDidNotGetOnBeforeTheRunAreToldWhenTheirOwnTimeIsOver() {
        see(running("shop", "waits", "app").phase("Pending"));
        see(running("shop", "stays", "app").deleting());
        health.begun(false, namespace -> false);

        // Created at 20:00, and told at 20:59:30 to go until 21:00.
        health.checkStuck(seconds(0), Instant.parse("2026-11-22T21:01:50Z"));
        assertThat(listener.abnormal()).containsExactly("shop pod/waits Pending 1");
        look(9);
        assertThat(listener.abnormal()).hasSize(1);
        look(11);
        assertThat(listener.abnormal()).containsExactly("shop pod/waits Pending 1", "shop pod/stays Terminating 1");
    }

    @Test
    void whereARunGoesOnPodsThatWereStuckBeforeAreNotToldAgain() {
        see(running("shop", "waits", "app").phase("Pending"));
        health.begun(true, namespace -> false);

        look(0);
        look(301);
        assertThat(listener.abnormal()).isEmpty();
        see(running("shop", "comes", "app").phase("Pending"));
        look(310);
        look(620);
        assertThat(listener.abnormal()).containsExactly("shop pod/comes Pending 1");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, 9_300_000_000L, Long.MAX_VALUE})
    void aGraceBeyondReasonHoldsUpNoOtherPod(long grace) {
        JsonObject odd = running("shop", "odd", "app").deleting().json(1);
        odd.getAsJsonObject("metadata").addProperty("deletionGracePeriodSeconds", grace);
        health.begun(false, namespace -> false);

        health.seen(mapper.map(new Gson().fromJson(odd, PodJson.class)));
        see(running("shop", "waits", "app").phase("Pending"));
        look(0);
        look(301);

        assertThat(listener.abnormal()).contains("shop pod/waits Pending 1");
    }

    private void look(long second) {
        health.checkStuck(seconds(second), Instant.parse("2026-11-22T22:00:00Z"));
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    private void see(FakePod pod) {
        health.seen(mapper.map(json(pod)));
    }

    private static PodJson json(FakePod pod) {
        return new Gson().fromJson(pod.json(1), PodJson.class);
    }
}
