package dev.seep.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Metrics METRICS = new Metrics(List.of(
            Metric.unlimited("rows", Unit.COUNT, BadDirection.UP),
            Metric.unlimited("rows.*", Unit.RATIO, BadDirection.UP),
            Metric.unlimited("rows.deep.*", Unit.SECONDS, BadDirection.UP),
            new Metric("disk.used.*", Unit.BYTES, BadDirection.UP, new Limit.Reported("disk.size.*"))));

    @Test
    void aFamilyDefinesWhatBeginsLikeItAndTheNearestOneCounts() {
        assertThat(METRICS.named("rows").orElseThrow().unit()).isEqualTo(Unit.COUNT);
        assertThat(METRICS.named("rows.a.b").orElseThrow().unit()).isEqualTo(Unit.RATIO);
        assertThat(METRICS.named("rows.deep.a").orElseThrow().unit()).isEqualTo(Unit.SECONDS);
        assertThat(METRICS.named("rowsa")).isEmpty();
        assertThat(METRICS.named("disk")).isEmpty();
    }

    @Test
    void theLimitOfAMemberIsItsOwn() {
        Metric metric = METRICS.named("disk.used.data").orElseThrow();

        assertThat(metric.name()).isEqualTo("disk.used.data");
        assertThat(metric.limit()).isEqualTo(new Limit.Reported("disk.size.data"));
    }
}
