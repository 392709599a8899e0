package dev.seep.verdict.policy;

import static dev.seep.verdict.policy.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ceilings of events whose reason nobody has ever heard of. */
class IdleEventsTest {
    @ParameterizedTest
    @ValueSource(strings = {"Evicted", "OOMKilled", "FailedMount", "Failed*", "*", "Back?ff", "QuotaSoonFull"})
    void whatIsUsualOrHappenedIsNotIdle(String reason) {
        assertThat(idle(reason, "QuotaSoonFull")).isEmpty();
    }

    @Test
    void aReasonThatIsWrittenWrongIsToldWithWhatMayBeMeant() {
        assertThat(idle("FailedMonut"))
                .singleElement()
                .asString()
                .endsWith(":1: no event of this run has the reason 'FailedMonut', and it is none of the usual ones;"
                        + " did you mean 'FailedMount'?");
    }

    @Test
    void whatHappenedInTheRunMayBeMeantToo() {
        assertThat(idle("QuotaSonFull", "QuotaSoonFull"))
                .singleElement()
                .asString()
                .endsWith("; did you mean 'QuotaSoonFull'?");
    }

    @Test
    void aReasonThatIsNearNothingIsToldWithoutAQuestion() {
        assertThat(idle("CertificateNearExpiry"))
                .singleElement()
                .asString()
                .endsWith("'CertificateNearExpiry', and it is none of the usual ones");
    }

    private static List<String> idle(String reason, String... happened) {
        return UnusedEventCeilings.of(policy("events: {'" + reason + "': 0}"), List.of(happened));
    }
}
