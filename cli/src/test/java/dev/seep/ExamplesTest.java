package dev.seep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.testing.FakeCluster;
import dev.seep.testing.FakePod;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The examples for pipelines do what they say: their shell steps, taken from the files as they are, run against a
 * cluster and end with the code of the verdict. Only the download is answered from here, and the soak is short.
 */
class ExamplesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aLeakFailsThePipeline(ExamplePipeline example) throws Exception {
        assertThat(soak(example, "ceilings: {processes: 0}", "5s")).isEqualTo(1);

        assertThat(folder.resolve("soak/verdict.json")).content().contains("\"verdict\" : \"leak\"");
        assertThat(folder.resolve("soak/junit.xml")).content().contains("<failure ");
        if (example == ExamplePipeline.GITHUB) {
            assertThat(folder.resolve("GITHUB_OUTPUT")).content().contains("verdict=leak\n", "folder=");
            assertThat(folder.resolve("GITHUB_STEP_SUMMARY")).content().contains("## seep: leak");
            assertThat(folder.resolve("log")).content().contains("::error title=seep%3A shop/");
        }
        if (example == ExamplePipeline.TEKTON) {
            assertThat(folder.resolve("result")).hasContent("leak");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAllowedPasses(ExamplePipeline example) throws Exception {
        assertThat(soak(example, "defaults: {severity: ignore}", "1s")).isZero();

        assertThat(folder.resolve("soak/junit.xml")).content().doesNotContain("<failure ");
    }

    @ParameterizedTest
    @EnumSource
    void aClusterThatIsNotThereFailsThePipeline(ExamplePipeline example) throws Exception {
        Map<String, String> environment = environment("{}");
        environment.put("KUBECONFIG", "nowhere");
        environment.put("SOAK_KUBECONFIG", "kind: Config");

        assertThat(example.run(folder, environment)).isEqualTo(4);
    }

    private int soak(ExamplePipeline example, String policy, String length) throws Exception {
        try (FakeCluster cluster = FakeCluster.start()) {
            cluster.put(FakePod.running("shop", "web", "app"));
            Path kubeconfig = cluster.kubeconfig(folder);
            Map<String, String> environment = environment(policy);
            environment.put("SEEP_FOR", length);
            environment.put("KUBECONFIG", kubeconfig.toString());
            environment.put("SOAK_KUBECONFIG", Files.readString(kubeconfig));
            return example.run(folder, environment);
        }
    }

    private Map<String, String> environment(String policy) throws Exception {
        Path file = Files.writeString(folder.resolve("policy.yaml"), policy);
        Map<String, String> environment = new HashMap<>();
        environment.put("SEEP_EVERY", "100ms");
        environment.put("SEEP_INCONCLUSIVE", "pass");
        environment.put("SEEP_POLICY", file.toString());
        return environment;
    }
}
