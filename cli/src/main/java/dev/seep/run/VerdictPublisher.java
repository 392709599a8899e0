package dev.seep.run;

import dev.seep.report.HtmlReport;
import dev.seep.report.JunitReport;
import dev.seep.report.MarkdownReport;
import dev.seep.report.Report;
import dev.seep.report.TextReport;
import dev.seep.report.VerdictJson;
import dev.seep.sample.Run;
import dev.seep.store.AtomicFile;
import dev.seep.verdict.Judge;
import dev.seep.verdict.Outcome;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Policy;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Publisher of the verdict of a run: on stdout, in the files that were asked for, and to GitHub. */
public final class VerdictPublisher {
    private final CliEnvironment environment;
    private final RequestedReports reports;

    public VerdictPublisher(CliEnvironment environment, RequestedReports reports) {
        this.environment = environment;
        this.reports = reports;
    }

    /** The outcome of the run that was recorded in this folder, once it is told, there too. */
    public Outcome judge(Run run, Policy policy, Path folder) throws IOException {
        Verdict verdict = new Judge(policy).judge(run);
        AtomicFile.write(folder.resolve("verdict.json"), text(new VerdictJson(SeepVersion.number()), verdict));
        return tell(verdict, folder, folder);
    }

    /**
     * The outcome of a run that may have been judged before, once it is told; nothing is written beside it.
     *
     * @param path where {@code seep explain} finds it by this alone, null if it does not
     */
    public Outcome judgeAgain(Run run, Policy policy, @Nullable Path path) throws IOException {
        return tell(new Judge(policy).judge(run), path, null);
    }

    private Outcome tell(Verdict verdict, @Nullable Path path, @Nullable Path folder) throws IOException {
        write(new HtmlReport(SeepVersion.number()), verdict, reports.html());
        write(new JunitReport(), verdict, reports.junit());
        write(new MarkdownReport(), verdict, reports.markdown());
        Report printed = reports.json()
                ? new VerdictJson(SeepVersion.number())
                : new TextReport(environment.style(), path == null ? null : shown(path), reports.verbose());
        printed.write(verdict, environment.out());
        environment.out().flush();
        if (GithubStep.isAround(environment)) {
            new GithubStep(environment).tell(verdict, folder);
        }
        return verdict.outcome();
    }

    private void write(Report report, Verdict verdict, @Nullable Path file) throws IOException {
        if (file != null) {
            AtomicFile.write(environment.folder().resolve(file), text(report, verdict));
        }
    }

    static String text(Report report, Verdict verdict) throws IOException {
        StringWriter text = new StringWriter();
        report.write(verdict, text);
        return text.toString();
    }

    private String shown(Path path) {
        return path.startsWith(environment.folder())
                ? environment.folder().relativize(path).toString()
                : path.toString();
    }
}
