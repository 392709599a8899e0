package dev.seep.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Evidence;
import dev.seep.sample.Growth;
import dev.seep.sample.Growth.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceFolderTest {
    @TempDir
    private Path run;

    @Test
    void whatIsWrittenIsReadAgain() {
        Evidence evidence = evidence("shop/web-1/app");

        new EvidenceFolder(run).write(evidence);

        assertThat(EvidenceFolder.read(run)).containsExactly(evidence);
    }

    @Test
    void aBrokenFileExplainsNothingAndTheOthersDo() throws Exception {
        EvidenceFolder folder = new EvidenceFolder(run);
        folder.write(evidence("shop/web-1/app"));
        folder.text("shop/web-1/app", "early", "anything");
        Path evidence = run.resolve("evidence");
        Files.writeString(evidence.resolve("cut.json"), "{\"format\":\"seep.evidence/1\",\"target");
        Files.writeString(evidence.resolve("kind.json"), """
                {"format":"seep.evidence/1","target":"a/b","to":"2026-11-22T21:00:00Z","growths":[{"kind":"magic"}]}""");
        Files.writeString(evidence.resolve("time.json"), "{\"format\":\"seep.evidence/1\",\"to\":\"soon\"}");
        Files.writeString(evidence.resolve("later.json"), "{\"format\":\"seep.evidence/2\"}");
        Files.createDirectory(evidence.resolve("folder.json"));

        assertThat(EvidenceFolder.read(run)).containsExactly(evidence("shop/web-1/app"));
    }

    @Test
    void whereNobodyLookedThereIsNone() {
        assertThat(EvidenceFolder.read(run)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                ".hidden/x",
                "-rf/x",
                "a b/\u202e/c",
                "local/$(reboot)",
                "local/\u00e4",
                "x/y_z"
            })
    void namesOfTargetsStayInTheFolderAndApart(String target) throws Exception {
        String name = EvidenceFolder.fileName(target);

        assertThat(name).matches("[A-Za-z0-9_][A-Za-z0-9._-]*");
        assertThat(EvidenceFolder.fileName(target + "!")).isNotEqualTo(name);
        new EvidenceFolder(run).write(evidence(target));
        try (var files = Files.list(run.resolve("evidence"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void longNamesAreCutAndStayApart() {
        String longName = "shop/" + "x".repeat(400);

        assertThat(EvidenceFolder.fileName(longName)).hasSizeLessThan(180);
        assertThat(EvidenceFolder.fileName(longName)).isNotEqualTo(EvidenceFolder.fileName(longName + "x"));
        assertThat(EvidenceFolder.fileName("a/b_c")).isNotEqualTo(EvidenceFolder.fileName("a/b/c"));
    }

    private static Evidence evidence(String target) {
        return new Evidence(
                target,
                "3f2a9c",
                Instant.parse("2026-11-22T21:00:00.123Z"),
                Instant.parse("2026-11-22T22:00:00Z"),
                List.of(
                        new Growth(Kind.DESCRIPTORS, "/var/log/app/*.log", "java", 12, 424),
                        new Growth(Kind.ZOMBIES, "\u2028<b>|", "-", Double.NaN, 3)),
                List.of("no ls"));
    }
}
