package dev.seep.source.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.GapReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeErrorsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NO_SHELL|OCI runtime exec failed: exec: \"sh\": executable file not found in $PATH: unknown",
                "NO_SHELL|exec failed: exec: \"sh\": stat sh: no such file or directory: unknown",
                "NO_SHELL|exec /bin/sh: Exec format error",
                "TARGET_GONE|container not found (\"app\")",
                "TARGET_GONE|cannot exec in a stopped state: unknown",
                "TARGET_GONE|Container 7f2 is not running",
                "TARGET_GONE|cannot exec into a container in a completed pod; current phase is Succeeded",
                "UNREACHABLE|error dialing backend: dial tcp 10.0.0.7:10250: connect: connection refused",
            })
    void wordsOfRuntimesHaveAReason(GapReason reason, String words) {
        assertThat(RuntimeErrors.reason(words, GapReason.UNREACHABLE)).isEqualTo(reason);
    }

    @Test
    void missingShellIsBelievedOnlyOfARuntime() {
        String words = "exec failed: \"sh\": executable file not found";
        assertThat(RuntimeErrors.saysNoShell(126, words)).isTrue();
        assertThat(RuntimeErrors.saysNoShell(128, words)).isTrue();
        assertThat(RuntimeErrors.saysNoShell(125, words)).isFalse();
        assertThat(RuntimeErrors.saysNoShell(129, words)).isFalse();
        assertThat(RuntimeErrors.saysNoShell(127, "sh: foo: executable file not found"))
                .isFalse();
        assertThat(RuntimeErrors.saysNoShell(127, "exec failed: permission denied"))
                .isFalse();
    }
}
