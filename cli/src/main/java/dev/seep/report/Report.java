package dev.seep.report;

import dev.seep.verdict.Verdict;
import java.io.IOException;

/** Writer of a verdict in one format. It writes the same in every locale. */
public interface Report {
    void write(Verdict verdict, Appendable out) throws IOException;
}
