package dev.seep.verdict;

import static dev.seep.verdict.RunOf.event;
import static dev.seep.verdict.RunOf.pod;
import static dev.seep.verdict.RunOf.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Event;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Containers of which sixty polls brought a value, and so many did not. */
class UnreadTest {
    private static final Target WEB = pod("web-1");

    @Test
    void aFifthIsWorthANoteAndLessIsNot() {
        assertThat(notes(polled(WEB, "threads", 15)))
                .containsExactly("shop/web-1/app could not be read for 20 % of its polls");
        assertThat(notes(polled(WEB, "threads", 14))).isEmpty();
    }

    @Test
    void theSeriesThatWasReadBestOfThoseThatWerePolledMostTells() {
        assertThat(notes(polled(WEB, "threads", 60), RunOf.counted(WEB, "memory.anon", 0, RunOf.flat(120, 1))))
                .isEmpty();
        assertThat(notes(polled(WEB, "threads", 60), RunOf.counted(WEB, "disk", 0, 1, 1, 1)))
                .containsExactly("shop/web-1/app could not be read for 50 % of its polls");
    }

    @Test
    void whatLastedLongestIsTheReason() {
        assertThat(notes(
                        List.of(polled(WEB, "threads", 20)),
                        failed(0, "timeout"),
                        recovered(10),
                        failed(20, "no route"),
                        recovered(35),
                        failed(40, "timeout"),
                        recovered(50)))
                .containsExactly("shop/web-1/app could not be read for 25 % of its polls, mostly: timeout");
    }

    @Test
    void whatStillFailsAtTheEndLastedUntilThen() {
        assertThat(notes(
                        List.of(polled(WEB, "threads", 20)),
                        failed(0, "timeout"),
                        recovered(100),
                        failed(150, "denied")))
                .singleElement()
                .asString()
                .endsWith("mostly: denied");
    }

    @Test
    void anotherFailureWhileItFailsBeginsNothingNew() {
        assertThat(notes(
                        List.of(polled(WEB, "threads", 20)),
                        failed(0, "timeout"),
                        failed(10, "denied"),
                        recovered(300)))
                .singleElement()
                .asString()
                .endsWith("mostly: timeout");
    }

    /** Two minutes are as long as a container that is stopped may take. */
    @Test
    void whatLeavesTakesLessThanTwoMinutes() {
        List<Series> series = List.of(polled(WEB, "threads", 40));

        assertThat(notes(series, failed(0, "gone"), vanished(119))).isEmpty();
        assertThat(notes(series, failed(0, "gone"), vanished(120)))
                .containsExactly("shop/web-1/app could not be read for 40 % of its polls, mostly: gone");
    }

    @Test
    void theFailureOfOneProbeIsNotThatOfItsContainer() {
        Event ofProbe = event(0, Event.Type.POLL_FAILED, WEB, "probe", "rows", "reason", "denied");

        assertThat(notes(List.of(polled(WEB, "threads", 20)), ofProbe))
                .containsExactly("shop/web-1/app could not be read for 25 % of its polls");
    }

    @Test
    void onlyContainersAreTold() {
        assertThat(notes(polled(WEB.pod(), "sockets.tcp.x", 60))).isEmpty();
        assertThat(notes(polled(Target.process("app"), "threads", 60))).isEmpty();
    }

    /** Those that never answered are told elsewhere. */
    @Test
    void whatNeverBroughtAValueIsNotHere() {
        assertThat(notes(RunOf.counted(WEB, "threads", 0))).isEmpty();
    }

    private static List<String> notes(Series... series) {
        return notes(List.of(series));
    }

    private static List<String> notes(List<Series> series, Event... events) {
        return new UnreadTargets(run(series, events)).notes();
    }

    private static Series polled(Target target, String metric, int gaps) {
        return RunOf.series(target, metric, 0, gaps);
    }

    private static Event failed(int second, String reason) {
        return event(second, Event.Type.POLL_FAILED, WEB, "reason", reason);
    }

    private static Event recovered(int second) {
        return event(second, Event.Type.POLL_RECOVERED, WEB);
    }

    private static Event vanished(int second) {
        return event(second, Event.Type.VANISHED, WEB);
    }
}
