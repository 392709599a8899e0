package dev.seep.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartLimiterTest {
    private final List<String> started = new ArrayList<>();

    @Test
    void onANodeThereAreNoMoreAtATimeAndTheOthersFollowInTheirOrder() {
        StartLimiter limiter = limiter(2, 100);
        enter(limiter, "a", "1", "2", "3", "4");
        assertThat(started).containsExactly("1", "2");

        limiter.leave("a");
        assertThat(started).containsExactly("1", "2", "3");
        limiter.leave("a");
        limiter.leave("a");
        enter(limiter, "a", "5");
        assertThat(started).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void aFullNodeHoldsUpNoOther() {
        StartLimiter limiter = limiter(1, 100);
        enter(limiter, "a", "1", "2");
        enter(limiter, "b", "3");

        assertThat(started).containsExactly("1", "3");
    }

    @Test
    void overAllNodesThereAreNoMoreAtATime() {
        StartLimiter limiter = limiter(2, 3);
        enter(limiter, "a", "1", "2");
        enter(limiter, "b", "3", "4");
        assertThat(started).containsExactly("1", "2", "3");

        limiter.leave("a");
        assertThat(started).containsExactly("1", "2", "3", "4");
    }

    private static StartLimiter limiter(int perNode, int all) {
        return new StartLimiter(new Budget(1, 1, perNode, all, 1));
    }

    private void enter(StartLimiter limiter, String node, String... names) {
        for (String name : names) {
            limiter.enter(node, () -> started.add(name));
        }
    }
}
