package dev.seep.verdict;

import dev.seep.sample.Metric;
import dev.seep.sample.Quantity;
import dev.seep.sample.Run;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Churn of counted objects: how many are created and removed an hour, where series beside the metric say so. */
final class Churn {
    private static final double SECONDS_AN_HOUR = 3600;

    private final Map<String, Series> byName = new HashMap<>();

    Churn(Run run) {
        for (Series series : run.series()) {
            String name = series.metric().name();
            if (name.endsWith(".created") || name.endsWith(".removed")) {
                byName.put(series.name(), series);
            }
        }
    }

    /** {@code "; 60/h created, 5/h removed"}, or nothing. */
    String of(@Nullable Target target, Metric metric) {
        if (target == null) {
            return "";
        }
        String name = target.series(metric.name());
        Series created = byName.get(name + ".created");
        Series removed = byName.get(name + ".removed");
        return created == null || removed == null || created.size() < 2
                ? ""
                : "; " + rate(created) + " created, " + rate(removed) + " removed";
    }

    /** Both count from the start of seep on, which a resumed run does twice. */
    private static String rate(Series counter) {
        double sum = 0;
        for (int i = 1; i < counter.size(); i++) {
            sum += Math.max(0, counter.value(i) - counter.value(i - 1));
        }
        double hours = (counter.seconds(counter.size() - 1) - counter.seconds(0)) / SECONDS_AN_HOUR;
        return Quantity.perHour(sum / hours, counter.metric().unit());
    }
}
