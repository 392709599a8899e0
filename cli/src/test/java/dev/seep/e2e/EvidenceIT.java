package dev.seep.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leaks of every kind on a real cluster: the finding names what in the container grew. */
class EvidenceIT {
    private static final String NAMESPACE = "seep-evidence-it";

    private Cluster cluster;

    @TempDir
    private Path folder;

    @BeforeEach
    void startPods() throws Exception {
        cluster = new Cluster(NAMESPACE);
        cluster.apply("/e2e/evidence.yaml", "set");
    }

    @AfterEach
    void removePods() throws Exception {
        cluster.close();
    }

    @Test
    void everyLeakIsExplained() throws Exception {
        CliRunner seep = new CliRunner(folder);
        System.getenv().forEach(seep::with);

        Result result = seep.run(
                "run",
                "-n",
                NAMESPACE,
                "--every",
                "1s",
                "--for",
                "2m",
                "--probe",
                "default,jvm,disk:path=/data",
                "--out",
                "run");

        Map<String, String> causes = causes();
        String as = result.out() + result.err();
        assertThat(causes.get("descriptors fds.open"))
                .as(as)
                .matches("\\+\\d+ descriptors of awk to /tmp/upload-\\*\\.part");
        assertThat(causes.get("sockets sockets.tcp.close_wait"))
                .as(as)
                .matches("\\+\\d+ sockets of sleep, CLOSE_WAIT at port 9000 from 127\\.0\\.0\\.1");
        assertThat(causes.get("zombies zombies")).as(as).matches("\\+\\d+ zombies named sleep, children of tail");
        assertThat(causes.get("memory memory.anon")).as(as).matches("\\+\\d+ MiB heap of awk");
        assertThat(causes.get("jvm memory.anon"))
                .as(as)
                .matches("\\+\\d+ MiB .* of java; \\+\\d+ MiB of byte\\[], \\+.* of Shop\\$Order on the Java heap");
        assertThat(causes.get("disk disk.path.data")).as(as).matches("\\+.* MiB in /data/cache/page-\\*\\.bin");
        assertThat(folder.resolve("run/evidence/" + NAMESPACE + "_no-shell_app.late.txt"))
                .doesNotExist();
        assertThat(Files.readString(folder.resolve("run/evidence/" + NAMESPACE + "_only-sh_app.early.txt")))
                .contains("no awk or no cat");
        assertThat(result.err()).doesNotContain("no evidence");
    }

    private Map<String, String> causes() throws Exception {
        Map<String, String> causes = new TreeMap<>();
        JsonNode verdict =
                new ObjectMapper().readTree(folder.resolve("run/verdict.json").toFile());
        for (JsonNode finding : verdict.path("findings")) {
            String workload = finding.path("target").path("workload").asText().replace("pod/", "");
            causes.put(
                    workload + " " + finding.path("metric").asText(),
                    finding.path("cause").asText());
        }
        return causes;
    }
}
