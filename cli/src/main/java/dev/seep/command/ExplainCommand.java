package dev.seep.command;

import dev.seep.report.ExplainJson;
import dev.seep.report.ExplainText;
import dev.seep.run.CliEnvironment;
import dev.seep.run.SeriesLookup;
import dev.seep.run.UsageException;
import dev.seep.sample.Event;
import dev.seep.sample.Run;
import dev.seep.verdict.Explainer;
import dev.seep.verdict.Explanation;
import dev.seep.verdict.Finding;
import dev.seep.verdict.policy.Policy;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Command {@code explain}: one recorded series, with the reasons of its finding. */
@Command(
        name = "explain",
        description =
                "Shows one series with what was fitted to it, why it leaks or not, and what would have changed that.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  seep explain seep-20261122-210000",
            "  seep explain seep-20261122-210000 'shop/deployment/web/app memory.anon'",
            "  seep explain seep-20261122-210000 'web*memory.anon'",
            "  seep explain metrics.csv.gz heap --columns time=ts,series=name,value=v",
            "",
            "Exits with 0 when it could explain, 2 when the name fits no series or several.",
        })
final class ExplainCommand implements Callable<Integer> {
    private final CliEnvironment environment;

    @Mixin
    private final RecordedRun recorded = new RecordedRun();

    @Mixin
    private final RuleOptions rules = new RuleOptions();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SERIES",
            description = "Its name, a part of it, or a pattern with * and ?. Left out, it is what decides the run.")
    private @Nullable String series;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            defaultValue = "text",
            description = "What is printed on stdout. Default: ${DEFAULT-VALUE}.")
    private JudgeOptions.Output output = JudgeOptions.Output.TEXT;

    ExplainCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Run run = recorded.read(environment.folder());
        Policy policy = rules.policy(environment.folder(), recorded.policy(environment.folder()));
        Explainer explainer = new Explainer(policy, run);
        Finding finding = chosen(explainer);
        if (finding.isFact()) {
            tell(finding, explainer.events(finding));
            return ExitCode.PASS.number();
        }
        Explanation explanation = explainer.explain(finding);
        if (output == JudgeOptions.Output.JSON) {
            ExplainJson.write(explanation, environment.out());
        } else {
            new ExplainText(environment.style()).write(explanation, environment.out());
        }
        environment.out().flush();
        return ExitCode.PASS.number();
    }

    private Finding chosen(Explainer explainer) {
        if (series == null) {
            return explainer.deciding().orElseThrow(() -> new UsageException("the run has no series to explain"));
        }
        List<Finding> findings = explainer.findings();
        List<String> names = findings.stream().map(Finding::series).toList();
        return findings.get(names.indexOf(new SeriesLookup(names).only(series)));
    }

    private void tell(Finding fact, List<Event> events) throws IOException {
        if (output == JudgeOptions.Output.JSON) {
            ExplainJson.write(fact, events, environment.out());
        } else {
            new ExplainText(environment.style()).write(fact, events, environment.out());
        }
        environment.out().flush();
    }
}
