package dev.seep.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** These tests seal what {@code seep manifest} prints: people keep it in their repositories and compare it. */
class ManifestGoldenTest {
    @TempDir
    private Path folder;

    /** A name of a file in {@code src/test/resources/manifest}, and the words that print it. */
    record Golden(String name, List<String> words) {
        Golden(String name, String... words) {
            this(name, List.of(words));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Golden> manifests() {
        return List.of(
                job("plain", "-n", "shop", "--for", "24h"),
                job("all", "-A", "-l", "tier=backend", "--for", "2d", "--in", "soak", "--name", "backend"),
                job("elsewhere", "-n", "shop,pay", "--in", "soak", "--for", "1h", "deployment/web"),
                job("default", "-n", "default", "--for", "1h", "--every", "10s"),
                job("policy", "-n", "shop", "--for", "1h", "--policy", "policy.yaml", "--warmup", "10m"),
                job(
                        "kinds",
                        "-n",
                        "shop",
                        "--for",
                        "1h",
                        "--probe",
                        "default,objects:kinds=events,pods,secrets,widgets.x"),
                job("own-probe", "-n", "shop", "--for", "1h", "--probe", "rows=cmd:count-rows '$(x)' | tee \"$HOME\""),
                job("agents", "-n", "shop", "--for", "1h", "--source", "agent", "--agents", "eyes"),
                job("usual-agents", "-A", "--for", "1h", "--source", "agent"),
                job("storage", "-n", "shop", "--for", "1h", "--storage", "20Gi", "--storage-class", "fast"),
                job(
                        "evidence",
                        "-n",
                        "shop",
                        "--for",
                        "1h",
                        "--evidence",
                        "auto",
                        "--evidence",
                        "ss -tan",
                        "--fail-fast"),
                job("odd-signs", "-n", "shop", "--for", "1h", "-l", "app$|$(HOME)|$$", "-c", "tab\tand\nline"),
                job("odd-place", "-n", "- x,yes", "--for", "1h", "--in", "a: b # c", "--storage", "1e3"),
                job(
                        "odd-class",
                        "-A",
                        "--for",
                        "1h",
                        "--in",
                        "{[%@`",
                        "--storage-class",
                        "$(name)",
                        "-E",
                        "it's \"x\""),
                new Golden("job-odd-image", "manifest", "job", "-n", "n", "--for", "1h", "--image", "${name}$(policy)"),
                exporter("plain", "-n", "shop"),
                exporter("all", "-A", "--in", "monitoring", "--every", "1m", "--port", "9999"),
                exporter("policy", "-n", "shop", "--policy", "policy.yaml", "--horizon", "2d", "--name", "watch"),
                exporter("agents", "-n", "shop", "--source", "agent"),
                exporter("storage", "-n", "shop,pay", "--storage", "4Gi", "--storage-class", "no"),
                new Golden("exporter-odd-image", "manifest", "exporter", "-n", "☃", "--image", "*a&b!c"),
                agent("plain"),
                agent("named", "--name", "eyes"),
                agent("elsewhere", "--in", "monitoring"),
                agent("old-kernels", "--old-kernels"),
                agent("odd-place", "--in", "0o14", "--old-kernels"),
                new Golden("agent-odd-image", "manifest", "agent", "--image", "ünïcode: - $(namespace)"),
                new Golden("collector-plain", "manifest", "collector", "-n", "shop"),
                new Golden("collector-odd", "manifest", "collector", "-n", "on", "--name", "it's \"$(name)\""));
    }

    private static Golden job(String name, String... words) {
        return of("job", name, words);
    }

    private static Golden exporter(String name, String... words) {
        return of("exporter", name, words);
    }

    private static Golden agent(String name, String... words) {
        return of("agent", name, words);
    }

    private static Golden of(String kind, String name, String... words) {
        List<String> all = new ArrayList<>(List.of("manifest", kind, "--image", "example/seep:1"));
        all.addAll(List.of(words));
        return new Golden(kind + "-" + name, all);
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void isPrintedAsEver(Golden golden) throws Exception {
        Files.writeString(folder.resolve("policy.yaml"), """
                defaults:
                  horizon: 2d
                rules:
                - metric: memory.*
                  growth: 5Mi/h
                - metric: fds.open
                  known: {reason: "a: cache # '$(name)'", expires: 2030-01-01}
                """);

        Result result = new CliRunner(folder).run(golden.words().toArray(new String[0]));

        assertThat(result.err()).isEmpty();
        assertThat(result.exit()).isZero();
        assertThat(result.out()).isEqualTo(text(golden.name() + ".yaml"));
    }

    private static String text(String file) throws Exception {
        try (InputStream golden = ManifestGoldenTest.class.getResourceAsStream("/manifest/" + file)) {
            return new String(golden.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
