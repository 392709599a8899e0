package dev.seep.export;

import dev.seep.verdict.Leak;
import java.io.IOException;
import java.util.List;

/** Leaks that are told, of workloads and containers still present: one for each cause, whatever grows with it. */
final class LeakMetrics {
    private static final String LEAK = "seep_leak";
    private static final String TIME_TO_LIMIT = "seep_leak_time_to_limit_seconds";

    private LeakMetrics() {}

    static void write(ExpositionWriter expositionWriter, ToldLeaks toldLeaks, PresentPlaces presentPlaces)
            throws IOException {
        List<ToldLeaks.Told> shown = toldLeaks.all().stream()
                .filter(told -> presentPlaces.have(told.leak().main().target()))
                .toList();
        expositionWriter.gauge(
                LEAK, "Leaks, each by the metric of its cause: 1 by the last look, 0 if it was one before.");
        for (ToldLeaks.Told told : shown) {
            expositionWriter.sample(LEAK, labels(told.leak()), told.isFound() ? 1 : 0);
        }
        expositionWriter.gauge(TIME_TO_LIMIT, "Time until a leak reaches the first of its limits at this slope.");
        for (ToldLeaks.Told told : shown) {
            double hours = told.leak().hoursToLimit();
            if (told.isFound() && Double.isFinite(hours)) {
                expositionWriter.sample(TIME_TO_LIMIT, labels(told.leak()), hours * 3600);
            }
        }
    }

    private static String labels(Leak leak) {
        String labels =
                Labels.of(leak.main().target(), leak.container(), leak.main().metric());
        return Labels.with(
                Labels.with(labels, "id", leak.id()),
                "severity",
                leak.severity().word());
    }
}
