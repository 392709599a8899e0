package dev.seep.source.kubernetes.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Exited;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.exec.ExecTarget;
import dev.seep.source.kubernetes.exec.ExecEngine;
import dev.seep.testing.FakeCluster;
import dev.seep.testing.TestCertificate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTlsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void certificateForAnAddressIsTrusted() throws Exception {
        TestCertificate certificate = TestCertificate.forAddress("127.0.0.1");
        assertThat(run(certificate, authority(certificate))).isEqualTo(new Exited(0, "hi\n", ""));
    }

    @Test
    void certificateForAnotherNameIsNotTrusted() throws Exception {
        TestCertificate certificate = TestCertificate.forName("kubernetes");
        Failed failed = (Failed) run(certificate, authority(certificate));
        assertThat(failed.reason()).isEqualTo(GapReason.UNREACHABLE);
        assertThat(failed.message()).contains("127.0.0.1");
    }

    @Test
    void certificateOfAnotherAuthorityIsNotTrusted() throws Exception {
        Failed failed = (Failed)
                run(TestCertificate.forAddress("127.0.0.1"), authority(TestCertificate.forAddress("127.0.0.1")));
        assertThat(failed.reason()).isEqualTo(GapReason.UNREACHABLE);
    }

    @Test
    void serverMayBeKnownByAnotherName() throws Exception {
        TestCertificate certificate = TestCertificate.forName("kubernetes");
        assertThat(run(certificate, authority(certificate) + ", tls-server-name: kubernetes"))
                .isEqualTo(new Exited(0, "hi\n", ""));
        assertThat(run(certificate, authority(certificate) + ", tls-server-name: other"))
                .isInstanceOf(Failed.class);
    }

    @Test
    void anyCertificateWillDoWhereVerificationIsSkipped() throws Exception {
        assertThat(run(TestCertificate.forName("kubernetes"), "insecure-skip-tls-verify: true"))
                .isEqualTo(new Exited(0, "hi\n", ""));
    }

    private static String authority(TestCertificate certificate) throws Exception {
        byte[] pem = certificate.pem().getBytes(StandardCharsets.US_ASCII);
        return "certificate-authority-data: " + Base64.getEncoder().encodeToString(pem);
    }

    private ExecResult run(TestCertificate certificate, String trust) throws Exception {
        try (FakeCluster server = FakeCluster.start(certificate.server())) {
            Path kubeconfig = server.kubeconfig(folder);
            String text = Files.readString(kubeconfig);
            Files.writeString(kubeconfig, text.replace("{server: ", "{" + trust + ", server: "));
            Cluster cluster = ClusterDirectory.find(new KubernetesConnection(kubeconfig, null, Map.of()));
            ExecEngine engine = new ExecEngine(cluster, Duration.ofSeconds(25));
            ExecResult result = engine.run(new ExecTarget("shop", "web", "app"), "echo hi", Duration.ofMinutes(3))
                    .toCompletableFuture()
                    .join();
            engine.close();
            return result;
        }
    }
}
