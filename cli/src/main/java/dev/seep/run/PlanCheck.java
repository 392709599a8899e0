package dev.seep.run;

import dev.seep.probe.Transport;
import dev.seep.sample.Durations;
import dev.seep.sample.Metrics;
import dev.seep.session.SoakPlan;
import dev.seep.store.SampleFormat;
import dev.seep.verdict.Judge;
import java.time.Duration;

/** Checks of a plan whose outcome is better said before a run than after it. */
public final class PlanCheck {
    private PlanCheck() {}

    /** @throws UsageException if the columns of a CSV file cannot be known beforehand */
    public static void refuseUnknownColumns(SoakPlan soak, SampleFormat format) {
        soak.metrics().stream()
                .filter(metric -> format == SampleFormat.CSV && Metrics.isFamily(metric))
                .findFirst()
                .ifPresent(metric -> {
                    throw new UsageException("--format csv needs all columns beforehand, and which " + metric.name()
                            + " there will be is not known: leave it at jsonl");
                });
    }

    /** @throws UsageException if something would have to be run in a container, where nothing is run */
    public static void refuseShells(SoakPlan soak, SourceSelection chosen) {
        soak.beside().stream()
                .filter(measurement -> chosen.kind().equals(SourceFactory.AGENT)
                        && !(measurement.transport() instanceof Transport.Fetch))
                .findFirst()
                .ifPresent(measurement -> {
                    throw new UsageException("--probe " + measurement.name()
                            + " runs something in the containers, which --source agent "
                            + "does not: leave one of them out, or measure it by a run of its own");
                });
    }

    /** So few samples cannot pass, whatever they are. */
    public static void warnIfTooShort(SoakPlan soak, CliEnvironment environment) {
        Duration planned = soak.length();
        if (planned == null) {
            return;
        }
        long samples = planned.dividedBy(soak.every()) + 1;
        if (samples < Judge.FEWEST_TO_PASS) {
            environment.say(Durations.text(planned) + " every " + Durations.text(soak.every()) + " is " + samples
                    + (samples == 1 ? " sample" : " samples") + " of a series, and it takes " + Judge.FEWEST_TO_PASS
                    + " to pass: ask for --for " + Durations.text(soak.every().multipliedBy(Judge.FEWEST_TO_PASS))
                    + ", or for a shorter --every");
        }
    }
}
