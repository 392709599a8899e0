package dev.seep.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import dev.seep.testing.FakeCluster;
import dev.seep.testing.FakePod;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run of a Job, fetched out of a volume that is a folder of this machine. */
class CollectCommandTest {
    private final FakeCluster cluster = FakeCluster.start();
    private final List<String> deleted = new ArrayList<>();
    private volatile String condition = "Complete";
    private volatile String posted = "";

    @TempDir
    private Path folder;

    private CliRunner seep;
    private Path volume;

    @BeforeEach
    void makeAJob() throws Exception {
        seep = new CliRunner(folder)
                .with("SEEP_KUBECONFIG", cluster.kubeconfig(folder).toString());
        volume = folder.resolve("it's the volume");
        Files.createDirectories(volume);
        Result recorded = new CliRunner(folder)
                .run("run", "--every", "200ms", "--for", "1s", "--out", volume.toString(), "--", "sleep", "9");
        assertThat(recorded.exit()).isEqualTo(3);
        cluster.intercept(this::answer);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void theFolderArrivesWholeAndTheExitIsThatOfItsVerdict() throws Exception {
        byte[] noise = new byte[(17 << 20) + 5];
        new Random(1).nextBytes(noise);
        Files.createDirectories(volume.resolve("evidence"));
        Files.write(volume.resolve("evidence/noise"), noise);

        Result result = collect();

        assertThat(result.exit()).as(result.err()).isEqualTo(3);
        assertThat(result.out()).contains("INCONCLUSIVE");
        for (String name : List.of("run.json", "samples.jsonl", "events.jsonl", "verdict.json")) {
            assertThat(folder.resolve("got").resolve(name)).hasSameBinaryContentAs(volume.resolve(name));
        }
        assertThat(folder.resolve("got/evidence/noise")).hasBinaryContent(noise);
        assertThat(folder.resolve(".got.part")).doesNotExist();
        assertThat(collect("--inconclusive=pass", "--out", "again").exit()).isZero();
    }

    @Test
    void thePodThatReadsIsACopyWithoutATokenThatWritesNothingAndGoesAway() {
        collect();

        assertThat(posted)
                .contains("\"automountServiceAccountToken\":false")
                .contains("\"readOnly\":true")
                .contains("\"activeDeadlineSeconds\":3600")
                .contains("\"image\":\"example/seep:1\"")
                .contains("\"uid\":\"uid-of-job\"")
                .doesNotContain("--as-job")
                .doesNotContain("job-name");
        assertThat(deleted).containsExactly("/api/v1/namespaces/shop/pods/soak-collect-x");
    }

    @Test
    void whatDoesNotMatchItsChecksumIsNotTakenForARun() throws Exception {
        Process writer = new ProcessBuilder("sh", "-c", "while echo x >>samples.jsonl; do :; done")
                .directory(volume.toFile())
                .start();
        try {
            Result result = collect();

            assertThat(result.exit()).isEqualTo(4);
            assertThat(result.err()).contains("samples.jsonl").contains("damaged");
            assertThat(folder.resolve("got")).doesNotExist();
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    @Test
    void aNameThatSeepWouldNotGiveIsRefused() throws Exception {
        Files.writeString(volume.resolve("a b"), "x");

        Result result = collect();

        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.err()).contains("is no run").contains("a b");
        assertThat(folder.resolve("got")).doesNotExist();
        assertThat(deleted).hasSize(1);
    }

    @Test
    void aJobThatRunsHasAnExitCodeOfItsOwn() {
        condition = "";

        Result result = collect();

        assertThat(result.exit()).isEqualTo(5);
        assertThat(result.err()).contains("job/soak in namespace shop still runs");
        assertThat(posted).isEmpty();
    }

    @Test
    void waitsThroughTroubleOfTheClusterUntilTheJobEnds() {
        condition = "";
        AtomicInteger looks = new AtomicInteger();
        cluster.intercept(request -> {
            if (!request.getUrl().encodedPath().endsWith("/jobs/soak") || looks.incrementAndGet() != 2) {
                return null;
            }
            condition = "Complete";
            return FakeCluster.status(503, "etcd is busy");
        });

        Result result = collect("--wait", "1m");

        assertThat(result.exit()).as(result.err()).isEqualTo(3);
        assertThat(result.err()).contains("waiting for job/soak in namespace shop");
        assertThat(looks).hasValue(3);
    }

    @Test
    void aJobThatGaveUpLeavesWhatItRecordedAndIsNoVerdict() {
        condition = "Failed";

        Result result = collect();

        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.err()).contains("job/soak in namespace shop failed").contains("seep analyze");
        assertThat(folder.resolve("got/samples.jsonl")).exists();
    }

    @Test
    void aForeignJobAMissingOneAndAFullFolderAreRefused() throws Exception {
        assertThat(seep.run("collect", "job/other", "--out", "got").err())
                .contains("job/other")
                .contains("404");
        assertThat(seep.run("collect", "deployment/web", "--out", "got").err()).contains("is no Job");
        Files.createDirectories(folder.resolve("full/of"));
        assertThat(collect("--out", "full").exit()).isEqualTo(2);
        volume = folder.resolve("nowhere");
        assertThat(collect().exit()).isEqualTo(4);
    }

    private Result collect(String... more) {
        List<String> words = new ArrayList<>(List.of("collect", "job/soak"));
        words.addAll(List.of(more));
        if (!words.contains("--out")) {
            words.addAll(List.of("--out", "got"));
        }
        return seep.run(words.toArray(new String[0]));
    }

    private @Nullable MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        if (path.endsWith("/jobs/soak")) {
            return body(200, job());
        } else if (request.getMethod().equals("POST")) {
            posted = String.valueOf(
                    request.getBody() == null ? "" : request.getBody().utf8());
            cluster.put(FakePod.running("shop", "soak-collect-x", "seep"));
            return body(
                    201,
                    "{\"metadata\":{\"name\":\"soak-collect-x\"},\"spec\":{\"containers\":[{\"name\":\"seep\"}]}}");
        } else if (request.getMethod().equals("DELETE")) {
            deleted.add(path);
            return body(200, "{}");
        }
        return null;
    }

    private String job() {
        return """
                {"metadata": {"name": "soak", "uid": "uid-of-job", "annotations": {"seep.dev/run": "%s"}},
                 "spec": {"template": {"metadata": {"labels": {"job-name": "soak"}}, "spec": {"containers": [{
                   "name": "seep", "image": "example/seep:1", "args": ["run", "--as-job"],
                   "volumeMounts": [{"name": "run", "mountPath": "/seep"}]}]}}},
                 "status": {"conditions": [{"type": "%s", "status": "True"}]}}
                """.formatted(volume, condition);
    }

    private static MockResponse body(int code, String json) {
        return new MockResponse.Builder().code(code).body(json).build();
    }
}
