package dev.seep.command;

import dev.seep.report.HtmlReport;
import dev.seep.report.JunitReport;
import dev.seep.report.MarkdownReport;
import dev.seep.report.Report;
import dev.seep.report.TextReport;
import dev.seep.report.VerdictJson;
import dev.seep.sample.Run;
import dev.seep.store.AtomicFile;
import dev.seep.verdict.Judge;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Policy;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Judges a run, prints and writes what was asked for, and says with which code to exit. */
final class Conclusion {
    private final Surroundings surroundings;
    private final JudgeOptions options;

    Conclusion(Surroundings surroundings, JudgeOptions options) {
        this.surroundings = surroundings;
        this.options = options;
    }

    /** @param folder where verdict.json goes, null for nowhere */
    int of(Run run, Policy policy, @Nullable Path folder) throws IOException {
        Verdict verdict = new Judge(policy).judge(run);
        VerdictJson json = new VerdictJson(Version.number());
        if (folder != null) {
            AtomicFile.write(folder.resolve("verdict.json"), text(json, verdict));
        }
        write(new HtmlReport(Version.number()), verdict, options.report);
        write(new JunitReport(), verdict, options.junit);
        write(new MarkdownReport(), verdict, options.summary);
        boolean wantsJson = options.output == JudgeOptions.Output.JSON;
        Report printed = wantsJson ? json : new TextReport(surroundings.style(), folder == null ? null : shown(folder));
        printed.write(verdict, surroundings.out());
        surroundings.out().flush();
        if (GithubStep.isAround(surroundings)) {
            new GithubStep(surroundings).tell(verdict, folder);
        }
        return ExitCode.of(verdict.outcome(), options.inconclusive == JudgeOptions.Inconclusive.FAIL)
                .number();
    }

    private void write(Report report, Verdict verdict, @Nullable Path file) throws IOException {
        if (file != null) {
            AtomicFile.write(surroundings.folder().resolve(file), text(report, verdict));
        }
    }

    private static String text(Report report, Verdict verdict) throws IOException {
        StringWriter text = new StringWriter();
        report.write(verdict, text);
        return text.toString();
    }

    private String shown(Path path) {
        return path.startsWith(surroundings.folder())
                ? surroundings.folder().relativize(path).toString()
                : path.toString();
    }
}
