package dev.seep.verdict.policy;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Metric;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Policies as people write them, and what they are asked for. */
final class Policies {
    static final Target WEB = Target.container("shop", "web-1", "app", "deployment/web");

    private Policies() {}

    static Policy policy(String yaml) {
        Path file = written(yaml);
        try {
            return PolicyReader.read(file);
        } finally {
            delete(file);
        }
    }

    /** What is wrong with it, each with its line and column: {@code 1:1: ...}. */
    static List<String> problems(String yaml) {
        Path file = written(yaml);
        try {
            return catchThrowableOfType(PolicyException.class, () -> PolicyReader.read(file)).problems().stream()
                    .map(problem -> problem.replace(file + ":", ""))
                    .toList();
        } finally {
            delete(file);
        }
    }

    /** What the container of {@link #WEB} may do. */
    static Allowance allowance(String yaml, String metric) {
        return policy(yaml).allowance(WEB, count(metric));
    }

    static Metric count(String name) {
        return Metric.unlimited(name, Unit.COUNT, BadDirection.UP);
    }

    private static Path written(String yaml) {
        try {
            return Files.writeString(Files.createTempFile("policy", ".yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
