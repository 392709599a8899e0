package dev.seep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.testing.FakeCluster;
import dev.seep.testing.TestCertificate;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes long to load is not loaded by a start that does not need it. */
class StartTest {
    private static final List<String> NOT_NEEDED = List.of(
            "org.bouncycastle.",
            "io.kubernetes.",
            "org.slf4j.",
            "com.fasterxml.jackson.databind.",
            "org.jline.",
            "dev.seep.command.AnalyzeCommand",
            "dev.seep.trend.");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aRunOnAClusterLoadsOnlyWhatItNeeds() throws Exception {
        TestCertificate certificate = TestCertificate.forAddress("127.0.0.1");
        try (FakeCluster cluster = FakeCluster.start(certificate.server())) {
            Path config = cluster.kubeconfig(folder);
            Files.writeString(
                    config,
                    Files.readString(config)
                            .replace(
                                    "{server: ",
                                    "{certificate-authority-data: " + base64(pem(certificate.certificate()))
                                            + ", server: ")
                            .replace(
                                    "{token: secret}",
                                    "{client-certificate-data: " + base64(pem(certificate.certificate()))
                                            + ", client-key-data: "
                                            + base64(pem(new JcaPKCS8Generator(
                                                    certificate.keys().getPrivate(), null))) + "}"));
            List<String> said = seep(
                    "run",
                    "--kubeconfig",
                    config.toString(),
                    "-l",
                    "app=none",
                    "--out",
                    folder.resolve("run").toString());
            assertThat(said).anyMatch(line -> line.startsWith("seep: there is nothing to poll"));
            assertThat(said).anyMatch(line -> line.contains("] okhttp3.OkHttpClient "));
            for (String name : NOT_NEEDED) {
                assertThat(said).noneMatch(line -> line.contains("] " + name));
            }
        }
    }

    /** What it prints, with a line for each class. */
    private List<String> seep(String... arguments) throws Exception {
        Path said = folder.resolve("said");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout:tags",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().remove("XDG_CONFIG_HOME");
        assertThat(builder.start().waitFor()).isEqualTo(4);
        return Files.readAllLines(said);
    }

    private static String pem(Object object) throws Exception {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
