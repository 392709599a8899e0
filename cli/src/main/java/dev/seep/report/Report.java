package dev.seep.report;

import dev.seep.verdict.Verdict;
import java.io.IOException;

/** One form in which a verdict is told. Says the same in every locale. */
public interface Report {
    void write(Verdict verdict, Appendable out) throws IOException;
}
