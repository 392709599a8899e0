package dev.seep.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaks beside processes, on a real cluster: objects that nobody deletes, and a directory that nobody empties. */
class ObjectsAndDiskIT {
    private static final String LAGGING = "seep-lagging-it";
    private static final String TIDY = "seep-tidy-it";
    private static final String SCRIPT = """
            #!/bin/sh
            set -- /proc/[0-9]*/fd/*
            [ -e "$1" ] && echo "seen 1"
            """;

    private Cluster lagging;
    private Cluster tidy;
    private volatile boolean over;

    @TempDir
    private Path folder;

    @BeforeEach
    void startPods() throws Exception {
        lagging = new Cluster(LAGGING);
        tidy = new Cluster(TIDY);
        lagging.apply("/e2e/disk.yaml", "set");
    }

    @AfterEach
    void removePods() throws Exception {
        lagging.close();
        tidy.close();
    }

    @Test
    void failsWhereCleaningUpLagsAndPassesWhereItKeepsUp() throws Exception {
        Files.writeString(folder.resolve("count.sh"), SCRIPT);
        CompletableFuture<Void> jobs =
                CompletableFuture.allOf(onThread(() -> loop(lagging, 10)), onThread(() -> loop(tidy, 1)));

        Result result = seep(
                "run",
                "-n",
                LAGGING + "," + TIDY,
                "--every",
                "2s",
                "--for",
                "3m",
                "--probe",
                "objects:kinds=jobs",
                "--probe",
                "disk:path=/data,memory",
                "--probe",
                "own=script:count.sh",
                "--out",
                "run");

        over = true;
        jobs.join();
        assertThat(result.exit()).as(result.out() + result.err()).isEqualTo(1);
        assertThat(leaks())
                .as(result.out())
                .containsExactly(
                        LAGGING + " objects.jobs",
                        LAGGING + "/pod/growing/app disk.path.data",
                        LAGGING + "/pod/growing/app disk.volume.data");
        assertThat(result.out()).containsPattern(LAGGING + "  objects\\.jobs +.*  [0-9a-f]{8}\\R");
        assertThat(Files.readString(folder.resolve("run/verdict.json")))
                .containsPattern("objects\\.jobs(?s:.*?)/h created, .*/h removed");
        String samples = Files.readString(folder.resolve("run/samples.jsonl"));
        assertThat(samples.lines().filter(line -> line.contains("only-sh/app") && line.contains("\"own.seen\":1")))
                .hasSizeGreaterThan(30);
        assertThat(samples.lines().filter(line -> line.contains("growing/app") && line.contains("\"own.seen\":1")))
                .hasSizeGreaterThan(30);
        assertThat(samples.lines().filter(line -> line.contains("no-shell/app") && line.contains("\"memory.anon\":")))
                .hasSizeGreaterThan(5);
        assertThat(samples).containsPattern("no-shell/app.*\"disk.writable_layer\":");
        assertThat(samples).containsPattern("no-shell/app.*\"disk.volume.a_cache\":");
        assertThat(Files.readString(folder.resolve("run/events.jsonl"))).contains("\"through\":\"kubelet\"");
        assertThat(nothingIsLeftIn("only-sh")).isTrue();
        assertThat(lagging.kubectl("exec", "-n", LAGGING, "tidy", "--", "ls", "/tmp"))
                .isBlank();
    }

    /** A shell that looks around sees the container's own process and itself, and no file in any usual place. */
    private boolean nothingIsLeftIn(String pod) throws Exception {
        String seen = lagging.kubectl(
                "exec",
                "-n",
                LAGGING,
                pod,
                "--",
                "sh",
                "-c",
                "for p in /proc/[0-9]*; do echo process; done; for f in /tmp/* /var/tmp/* /dev/shm/*; do"
                        + " [ ! -e $f ] || echo file; done");
        return seen.lines().filter("process"::equals).count() == 2 && !seen.contains("file");
    }

    /** Creates Jobs that start no pods, and deletes one in so many. */
    private void loop(Cluster cluster, int oneIn) {
        try {
            for (int i = 0; !over; i++) {
                Path job = folder.resolve(cluster.namespace() + ".json");
                Files.writeString(job, """
                        {"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"job-%d"},
                         "spec":{"parallelism":0,"template":{"spec":{"restartPolicy":"Never",
                          "containers":[{"name":"c","image":"none"}]}}}}""".formatted(i));
                cluster.kubectl("create", "-n", cluster.namespace(), "-f", job.toString());
                if (i % oneIn == 0) {
                    cluster.kubectl("delete", "job", "-n", cluster.namespace(), "job-" + i, "--wait=false");
                }
                TimeUnit.SECONDS.sleep(3);
            }
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static CompletableFuture<Void> onThread(Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                work.run();
                done.complete(null);
            } catch (RuntimeException failed) {
                done.completeExceptionally(failed);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return done;
    }

    private Result seep(String... args) {
        CliRunner runner = new CliRunner(folder);
        System.getenv().forEach(runner::with);
        return runner.run(args);
    }

    private Set<String> leaks() throws IOException {
        JsonNode verdict =
                new ObjectMapper().readTree(folder.resolve("run/verdict.json").toFile());
        Set<String> leaks = new TreeSet<>();
        for (JsonNode finding : verdict.path("findings")) {
            if (finding.path("verdict").asText().equals("leak")) {
                leaks.add(finding.path("series").asText());
            }
        }
        return leaks;
    }
}
