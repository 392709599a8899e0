package dev.seep.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A soak that runs as a Job under its own account: interrupted, collected, refused. */
class InClusterIT {
    private static final String NAMESPACE = "seep-in-cluster-it";
    private static Cluster cluster;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startPods() throws Exception {
        cluster = new Cluster(NAMESPACE);
        cluster.apply("/e2e/pods.yaml", "set=leaking");
    }

    @AfterAll
    static void removePods() throws Exception {
        cluster.close();
        cluster.kubectl("delete", "pv", "-l", "seep-e2e=" + NAMESPACE, "--wait=false");
        for (String job : List.of("soak", "refused")) {
            String ofNodes = job + "-" + NAMESPACE + "-nodes";
            cluster.kubectl("delete", "clusterrole,clusterrolebinding", ofNodes, "--ignore-not-found");
            cluster.kubectl("delete", "role,rolebinding", ofNodes, "-n", "default", "--ignore-not-found");
        }
    }

    @Test
    void aJobOutlivesItsPodAndIsCollectedWithItsVerdict() throws Exception {
        apply(new OnThisMachine(manifest("soak", "60s")).volume(writable("volume")));
        awaitSamples("soak", 20);
        Result early = seep("collect", "job/soak", "-n", NAMESPACE, "--out", "early");
        cluster.kubectl("delete", "pod", "-n", NAMESPACE, "-l", "job-name=soak", "--wait=true");

        Files.writeString(
                folder.resolve("collector.yaml"),
                seep("manifest", "collector", "-n", NAMESPACE).out());
        cluster.kubectl("apply", "-f", folder.resolve("collector.yaml").toString());
        String kubeconfig = kubeconfigOf("seep-collector").toString();
        Result result = seep(
                "collect", "job/soak", "-n", NAMESPACE, "--kubeconfig", kubeconfig, "--out", "soak", "--wait", "2m");

        assertThat(early.exit()).isEqualTo(5);
        assertThat(early.err()).contains("job/soak").contains("still runs");
        assertThat(folder.resolve("early")).doesNotExist();
        assertThat(result.exit()).as(result.out() + result.err()).isEqualTo(1);
        assertThat(result.out()).contains("leak-files");
        JsonNode verdict = new ObjectMapper().readTree(Files.readString(folder.resolve("soak/verdict.json")));
        assertThat(verdict.path("verdict").asText()).isEqualTo("leak");
        assertThat(Files.readString(folder.resolve("soak/events.jsonl"))).contains("\"resumed\"");
        assertThat(cluster.kubectl("get", "pods", "-n", NAMESPACE)).doesNotContain("collect");
        assertThat(seep("analyze", "soak").exit()).isEqualTo(1);
    }

    @Test
    void withoutTheRightToExecRunAndDoctorNameTheMissingRuleAndItsYamlIsTheCure() throws Exception {
        String rule = "{apiGroups: [\"\"], resources: [\"pods/exec\"], verbs: [\"get\", \"create\"]} in namespace "
                + NAMESPACE;
        apply(new OnThisMachine(manifest("refused", "1m"))
                .volume(writable("unused"))
                .withoutRule("pods/exec"));

        String log = awaitLog("refused");
        Path kubeconfig = kubeconfigOf("refused");
        Result run = seep("run", "--kubeconfig", kubeconfig.toString(), "-n", NAMESPACE, "--for", "5s");
        Result doctor = seep("doctor", "--kubeconfig", kubeconfig.toString(), "-n", NAMESPACE, "-l", "set=leaking");
        Path cure = folder.resolve("cure.yaml");
        Files.writeString(cure, doctor.out().substring(doctor.out().indexOf("# For")));
        cluster.kubectl("apply", "-f", cure.toString());
        Result cured = seep("doctor", "--kubeconfig", kubeconfig.toString(), "-n", NAMESPACE, "-l", "set=leaking");

        assertThat(log).contains(rule);
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err()).contains(rule);
        assertThat(doctor.exit()).isEqualTo(4);
        assertThat(doctor.out()).contains(rule);
        assertThat(cured.exit()).as(cured.out()).isZero();
        assertThat(cured.out()).contains("polling 4 targets on 1 node every 30s");
    }

    private String manifest(String name, String length) {
        Result manifest = seep(
                "manifest",
                "job",
                "-n",
                NAMESPACE,
                "-l",
                "set=leaking",
                "--every",
                "1s",
                "--for",
                length,
                "--name",
                name,
                "--image",
                OnThisMachine.IMAGE);
        assertThat(manifest.exit()).as(manifest.err()).isZero();
        return manifest.out();
    }

    private void apply(OnThisMachine manifest) throws Exception {
        Path file = folder.resolve("manifest.yaml");
        Files.writeString(file, manifest.yaml());
        cluster.kubectl("apply", "-f", file.toString());
    }

    private Path writable(String name) throws Exception {
        Path volume = Files.createDirectory(folder.resolve(name));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Files.setPosixFilePermissions(volume, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    private void awaitSamples(String volume, int lines) throws Exception {
        Path samples = folder.resolve("volume/run/samples.jsonl");
        for (int waited = 0; waited < 60; waited++) {
            if (Files.exists(samples) && Files.readAllLines(samples).size() >= lines) {
                return;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        throw new IllegalStateException(volume + " records nothing");
    }

    private static String awaitLog(String job) throws Exception {
        for (int waited = 0; waited < 60; waited++) {
            String failed = cluster.kubectl(
                    "get",
                    "pods",
                    "-n",
                    NAMESPACE,
                    "-l",
                    "job-name=" + job,
                    "--field-selector",
                    "status.phase=Failed",
                    "-o",
                    "name");
            if (!failed.isBlank()) {
                return cluster.kubectl(
                        "logs", "-n", NAMESPACE, failed.lines().toList().get(0));
            }
            TimeUnit.SECONDS.sleep(1);
        }
        throw new IllegalStateException(job + " did not end");
    }

    /** Of the account that the manifest made, as somebody outside of the cluster would use it. */
    private Path kubeconfigOf(String account) throws Exception {
        String secret =
                cluster.kubectl("get", "serviceaccount", account, "-n", NAMESPACE, "-o", "jsonpath={.secrets[0].name}");
        String encoded = cluster.kubectl("get", "secret", secret, "-n", NAMESPACE, "-o", "jsonpath={.data.token}");
        String token = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        Path kubeconfig = folder.resolve("kubeconfig");
        Files.copy(Path.of(System.getenv("KUBECONFIG")), kubeconfig);
        for (String[] change : new String[][] {
            {"set-credentials", account, "--token=" + token}, {"set-context", "--current", "--user=" + account}
        }) {
            cluster.kubectl("config", "--kubeconfig=" + kubeconfig, change[0], change[1], change[2]);
        }
        return kubeconfig;
    }

    private Result seep(String... args) {
        CliRunner runner = new CliRunner(folder);
        System.getenv().forEach(runner::with);
        return runner.run(args);
    }
}
