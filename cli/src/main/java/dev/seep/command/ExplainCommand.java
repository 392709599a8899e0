package dev.seep.command;

import dev.seep.report.ExplainJson;
import dev.seep.report.ExplainText;
import dev.seep.report.FindingList;
import dev.seep.run.CliEnvironment;
import dev.seep.run.SeriesLookup;
import dev.seep.run.UsageException;
import dev.seep.sample.Event;
import dev.seep.sample.Run;
import dev.seep.verdict.Explainer;
import dev.seep.verdict.Explanation;
import dev.seep.verdict.Finding;
import dev.seep.verdict.Leak;
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
        description = {
            "Shows one series, and why it leaks or not.",
            "With a picture of what was fitted to it, and with what would have changed the outcome.",
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  seep explain seep-20261122-210000",
            "  seep explain seep-20261122-210000 'shop/deployment/web/app memory.anon'",
            "  seep explain seep-20261122-210000 3f2a9c1b",
            "  seep explain seep-20261122-210000 'web*memory'",
            "  seep explain metrics.csv.gz heap --columns time=ts,series=name,value=v",
            "",
            "Exits with 0 when it could explain or list something, 2 when nothing fits.",
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
            paramLabel = "WHAT",
            description =
                    "The id of a leak, the name of a series, a part of it, or a pattern with * and ?. Several that"
                            + " fit are listed. Left out, it is the most urgent leak, or what else decides the run.")
    private @Nullable String what;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            defaultValue = "text",
            description = "What is printed on stdout. Default: ${DEFAULT-VALUE}.")
    private OutputOptions.Format output = OutputOptions.Format.TEXT;

    ExplainCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Run run = recorded.read(environment.folder());
        Policy policy = rules.policy(environment.folder(), recorded.policy(environment.folder()));
        Explainer explainer = new Explainer(policy, run);
        List<Finding> findings = chosen(explainer);
        if (findings.size() == 1) {
            tell(findings.get(0), explainer);
        } else if (output == OutputOptions.Format.JSON) {
            throw new UsageException("'" + what + "' fits " + findings.size() + " series, and JSON tells of one: "
                    + SeriesLookup.listed(findings.stream().map(Finding::series).toList()));
        } else {
            new FindingList(environment.style()).write(findings, environment.out());
        }
        environment.out().flush();
        return ExitCode.PASS.number();
    }

    /** What fits: the main findings of leaks by their id, else findings by their name; the one that decides for no word. */
    private List<Finding> chosen(Explainer explainer) {
        String name = what;
        if (name == null) {
            return List.of(
                    explainer.deciding().orElseThrow(() -> new UsageException("the run has no series to explain")));
        }
        List<Finding> leaking = explainer.leaks().stream()
                .filter(leak -> leak.isCalled(name))
                .map(Leak::main)
                .toList();
        if (!leaking.isEmpty()) {
            return leaking;
        }
        List<Finding> findings = explainer.findings();
        List<String> names = findings.stream().map(Finding::series).toList();
        List<String> fitting = new SeriesLookup(names).fitting(name);
        return findings.stream()
                .filter(finding -> fitting.contains(finding.series()))
                .toList();
    }

    private void tell(Finding finding, Explainer explainer) throws IOException {
        boolean json = output == OutputOptions.Format.JSON;
        ExplainText text = new ExplainText(environment.style());
        if (finding.isFact()) {
            Leak leak = explainer.leakOf(finding).orElse(null);
            List<Event> events = explainer.events(finding);
            if (json) {
                ExplainJson.write(finding, leak, events, environment.out());
            } else {
                text.write(finding, leak, events, environment.out());
            }
            return;
        }
        Explanation explanation = explainer.explain(finding);
        if (json) {
            ExplainJson.write(explanation, environment.out());
        } else {
            text.write(explanation, environment.out());
        }
    }
}
