package dev.seep.source.kubernetes.exec;

import dev.seep.source.ExecResult;
import dev.seep.source.Shell;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Shell that delegates all methods it does not override. */
public interface DelegatingShell extends Shell {
    /** The other one. */
    Shell inside();

    @Override
    default CompletionStage<ExecResult> run(String script, Duration deadline) {
        return inside().run(script, deadline);
    }

    @Override
    default CompletionStage<Opening> open(String script, Duration deadline) {
        return inside().open(script, deadline);
    }

    @Override
    default CompletionStage<ExecResult> fetch(String address, Duration deadline) {
        return inside().fetch(address, deadline);
    }

    @Override
    default CompletionStage<ExecResult> observe(List<String> probes, Duration deadline) {
        return inside().observe(probes, deadline);
    }

    @Override
    default String through() {
        return inside().through();
    }
}
