package dev.seep.command;

import dev.seep.report.JunitReport;
import dev.seep.report.MarkdownReport;
import dev.seep.report.Style;
import dev.seep.report.TextReport;
import dev.seep.report.VerdictJson;
import dev.seep.sample.Run;
import dev.seep.store.StoreException;
import dev.seep.store.WholeFile;
import dev.seep.verdict.Judge;
import dev.seep.verdict.Verdict;
import dev.seep.verdict.policy.Policy;
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
    int of(Run run, Policy policy, @Nullable Path folder) throws StoreException {
        Verdict verdict = new Judge(policy, surroundings.clock()).judge(run);
        String json = VerdictJson.of(verdict, Version.number());
        if (folder != null) {
            WholeFile.write(folder.resolve("verdict.json"), json);
        }
        if (options.junit != null) {
            WholeFile.write(surroundings.folder().resolve(options.junit), JunitReport.of(verdict));
        }
        if (options.summary != null) {
            WholeFile.write(surroundings.folder().resolve(options.summary), MarkdownReport.of(verdict));
        }
        print(verdict, json, folder);
        return ExitCode.of(verdict.outcome(), options.inconclusive == JudgeOptions.Inconclusive.FAIL)
                .number();
    }

    private void print(Verdict verdict, String json, @Nullable Path folder) {
        if (options.output == JudgeOptions.Output.JSON) {
            surroundings.out().print(json);
        } else {
            Style style = new Style(surroundings.isColourful(), surroundings.isUnicode(), surroundings.screen().columns());
            surroundings.out().print(TextReport.of(verdict, style, folder));
        }
        surroundings.out().flush();
    }
}
