package dev.seep.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Abnormal;
import dev.seep.sample.Event;
import dev.seep.verdict.policy.PolicyReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events beyond what a policy allows, as they happen. */
class FactWatchTest {
    private final List<String> facts = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    @Test
    void whatHappensMoreOftenThanAllowedIsAFact() {
        FactWatch watch = watch(Map.of("BackOff", 3));

        happened(watch, "BackOff", 3);
        happened(watch, "FailedMount", 9);
        assertThat(facts).isEmpty();
        happened(watch, "BackOff", 2);

        assertThat(facts).containsExactly("events.BackOff happened 5 times, the policy allows 3: shop/pod/web");
    }

    @Test
    void reasonsAreCountedUpToAThousandAndItIsSaidOnceThatThereAreMore() {
        FactWatch watch = watch(Map.of("*", 1));

        for (int round = 0; round < 2; round++) {
            for (int i = 1000; i < 3000; i++) {
                happened(watch, "Made up " + i, 1);
            }
        }
        happened(watch, "Made up 9999", 2);

        assertThat(facts)
                .hasSize(1001)
                .contains("events.Made up 1999 happened 2 times, the policy allows 1: shop/pod/web")
                .last()
                .isEqualTo("events.Made up 9999 happened 2 times, the policy allows 1: shop/pod/web");
        assertThat(said)
                .containsExactly("events of more than 1,000 reasons: those of further ones are counted by the verdict"
                        + " alone");
    }

    private FactWatch watch(Map<String, Object> ceilings) {
        return new FactWatch(
                List.of(), PolicyReader.of(Map.of("events", ceilings)), fact -> facts.add(fact.toString()), said::add);
    }

    private static void happened(FactWatch watch, String reason, long count) {
        Abnormal what = new Abnormal("shop", "pod/web", reason, "", count);
        watch.happened(new Event(Instant.EPOCH, Event.Type.ABNORMAL, null, null, what.detail()));
    }
}
