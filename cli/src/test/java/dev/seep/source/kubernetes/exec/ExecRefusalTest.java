package dev.seep.source.kubernetes.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.GapReason;
import dev.seep.source.exec.ExecTarget;
import dev.seep.source.kubernetes.api.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecRefusalTest {
    private static final ExecTarget APP = new ExecTarget("shop", "web", "app");

    @ParameterizedTest
    @CsvSource({
        "401, Unauthorized, DENIED",
        "403, forbidden, DENIED",
        "404, pods not found, TARGET_GONE",
        "429, slow down, UNREACHABLE",
        "400, container app is not valid for pod web, TARGET_GONE",
        "400, what is this, FAILED",
        "500, container not found, TARGET_GONE",
        "500, etcd is away, UNREACHABLE",
    })
    void theReasonFollowsFromTheCodeAndTheWords(int code, String words, GapReason reason) {
        assertThat(refused(code, words).reason()).isEqualTo(reason);
    }

    @Test
    void theWayOutIsNamed() {
        assertThat(refused(401, "no").message()).isEqualTo(APP + " was refused with HTTP 401: no; log in again");
        assertThat(refused(403, "no").message())
                .endsWith("; allow the verbs get and create on pods/exec in namespace shop");
        assertThat(refused(404, "no").message()).isEqualTo(APP + " was refused with HTTP 404: no");
    }

    @Test
    void theRestThatIsAskedForIsPassedOn() {
        assertThat(ExecRefusal.of(APP, Refusal.of(503, "", "7")).retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    private static dev.seep.source.ExecResult.Failed refused(int code, String words) {
        return ExecRefusal.of(APP, new Refusal(code, words, Duration.ZERO));
    }
}
