package dev.seep.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Abnormality;
import dev.seep.sample.Event;
import dev.seep.sample.Target;
import dev.seep.verdict.policy.PolicyReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events beyond what a policy allows, as they happen. */
class FailFastWatchTest {
    private final List<String> facts = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    @Test
    void whatHappensMoreOftenThanAllowedIsAFact() {
        FailFastWatch watch = watch(Map.of("BackOff", 3));

        happened(watch, "BackOff", 3);
        happened(watch, "FailedMount", 9);
        assertThat(facts).isEmpty();
        happened(watch, "BackOff", 2);

        assertThat(facts).containsExactly("events.BackOff happened 5 times, the policy allows 3: shop/pod/web");
    }

    @Test
    void reasonsAreCountedUpToAThousandAndItIsSaidOnceThatThereAreMore() {
        FailFastWatch watch = watch(Map.of("*", 1));

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

    @Test
    void restartsAreAFactOnceTheyFailTheRun() {
        FailFastWatch watch = watch(Map.of());

        watch.happened(of("web", Event.Type.RESTARTED, "exit 7"));
        watch.happened(of("done", Event.Type.VANISHED, "exit 0"));
        assertThat(facts).isEmpty();
        watch.happened(of("web", Event.Type.ENDED, "exit 7"));
        watch.happened(of("db", Event.Type.ENDED, "exit 3"));
        watch.happened(of("db", Event.Type.VANISHED, "exit 3"));
        watch.happened(of("big", Event.Type.ENDED, "OOMKilled"));

        assertThat(facts)
                .containsExactly(
                        "shop/web/app restarts restarted once (exit 7), ended with exit 7",
                        "shop/db/app restarts ended with exit 3 and was not started again",
                        "shop/big/app restarts was killed for memory once");
    }

    @Test
    void restartsThatThePolicyAllowsOrThatWereBeforeTheRunAreNoFact() {
        FailFastWatch watch = new FailFastWatch(
                List.of(),
                PolicyReader.of(Map.of("ceilings", Map.of("restarts", 1))),
                fact -> facts.add(fact.toString()),
                said::add);

        watch.happened(of("web", Event.Type.APPEARED, "OOMKilled"));
        watch.happened(of("web", Event.Type.RESTARTED, "OOMKilled"));
        assertThat(facts).isEmpty();
        watch.happened(of("web", Event.Type.RESTARTED, "exit 0"));

        assertThat(facts)
                .containsExactly("shop/web/app restarts restarted 2 times (OOMKilled, exit 0), the policy allows 1");
    }

    private static Event of(String pod, Event.Type type, String reason) {
        Target target = Target.container("shop", pod, "app", "deployment/" + pod);
        return new Event(Instant.EPOCH, type, target, "a", Map.of("reason", reason));
    }

    private FailFastWatch watch(Map<String, Object> ceilings) {
        return new FailFastWatch(
                List.of(), PolicyReader.of(Map.of("events", ceilings)), fact -> facts.add(fact.toString()), said::add);
    }

    private static void happened(FailFastWatch watch, String reason, long count) {
        Abnormality what = new Abnormality("shop", "pod/web", reason, "", count);
        watch.happened(new Event(Instant.EPOCH, Event.Type.ABNORMAL, null, null, what.detail()));
    }
}
