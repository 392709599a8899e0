package dev.seep.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.GapReason;
import dev.seep.sample.Observation;
import dev.seep.sample.Target;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnmeasuredDisksTest {
    private final UnmeasuredDisks without = new UnmeasuredDisks();

    @Test
    void namesTheReasonsOfContainersThatNeverHadAValue() {
        see("a", Map.of(), Map.of("disk", GapReason.NO_SHELL));
        see("b", Map.of(), Map.of("disk.writable_layer", GapReason.NO_TOOL));
        see("c", Map.of(), Map.of("disk", GapReason.NO_SHELL));

        assertThat(without.words()).hasValue("disk was not measured in 3 containers: no-shell 2, no-tool 1");
    }

    @Test
    void isSilentWhereItWasMeasuredAndOfContainersThatWereOnlyGone() {
        see("a", Map.of("disk.volume.data", 1.0), Map.of("disk.volume.locked", GapReason.DENIED));
        see("b", Map.of("fds.open", 1.0), Map.of("disk", GapReason.TARGET_GONE));

        assertThat(without.words()).isEmpty();
    }

    private void see(String pod, Map<String, Double> values, Map<String, GapReason> gaps) {
        Target target = Target.container("shop", pod, "app", "deployment/" + pod);
        without.observe(new Observation(Instant.EPOCH, target, "1", values, gaps, 1));
    }
}
