package dev.seep.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import dev.seep.verdict.policy.Policy;
import dev.seep.verdict.policy.PolicyReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed for kubectl, as the cluster would read it. */
class ManifestCommandTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    @TempDir
    private Path folder;

    private CliRunner seep;

    @BeforeEach
    void makeRunner() {
        seep = new CliRunner(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app$|$(HOME)|$$",
                "yes",
                "1e3",
                "0o14",
                "a: b # c",
                "it's \"x\"",
                "- x",
                "*a&b!c",
                "{[%@`",
                " trailing ",
                "tab\tand\nline",
                "ünïcode ☃"
            })
    void everyArgumentArrivesAsItWasTyped(String regex) throws Exception {
        List<JsonNode> objects = job("-n", "shop", "--for", "1h", "-l", regex, "deployment/web");

        List<String> arrived = new ArrayList<>();
        container(objects).path("args").forEach(argument -> arrived.add(expanded(argument.textValue())));
        assertThat(arrived)
                .startsWith("run", "--as-job", "--out=/seep/run")
                .contains("--selector=" + regex + ",seep.dev/name!=seep", "--for=1h", "--namespace=shop")
                .contains("deployment/web");
    }

    @Test
    void itsArgumentsAreThoseThatSomebodySet() throws Exception {
        seep.with("SEEP_BURST", "7");

        List<String> arguments = new ArrayList<>();
        container(job("-n", "shop", "--for", "1h", "--every", "30s"))
                .path("args")
                .forEach(argument -> arguments.add(argument.textValue()));

        assertThat(arguments)
                .containsExactlyInAnyOrder(
                        "run",
                        "--as-job",
                        "--out=/seep/run",
                        "--namespace=shop",
                        "--selector=seep.dev/name!=seep",
                        "--for=1h",
                        "--every=30s",
                        "--burst=7");
    }

    @Test
    void theAccountMayPollTheNamespacesSeeTheirNodesAndNothingElse() throws Exception {
        List<JsonNode> objects = job("-n", "shop,pay", "--in", "soak", "--for", "1h");

        assertThat(kinds(objects))
                .containsExactly(
                        "ServiceAccount",
                        "Role",
                        "RoleBinding",
                        "Role",
                        "RoleBinding",
                        "ClusterRole",
                        "ClusterRoleBinding",
                        "Role",
                        "RoleBinding",
                        "PersistentVolumeClaim",
                        "Job");
        JsonNode role = objects.get(3);
        assertThat(role.at("/metadata/namespace").asText()).isEqualTo("pay");
        assertThat(role.path("rules")).hasToString("""
                [{"apiGroups":[""],"resources":["pods"],"verbs":["get","list","watch"]},\
                {"apiGroups":[""],"resources":["pods/exec"],"verbs":["get","create"]},\
                {"apiGroups":[""],"resources":["events"],"verbs":["get","list","watch"]},\
                {"apiGroups":["batch"],"resources":["jobs"],"verbs":["list","watch"]},\
                {"apiGroups":[""],"resources":["configmaps"],"verbs":["list","watch"]},\
                {"apiGroups":[""],"resources":["persistentvolumeclaims"],"verbs":["list","watch"]}]""");
        assertThat(objects.get(4).at("/subjects/0/namespace").asText()).isEqualTo("soak");
        assertThat(objects.get(5).path("rules")).hasToString("""
                [{"apiGroups":[""],"resources":["nodes"],"verbs":["get","list","watch"]}]""");
        assertThat(objects.get(5).path("metadata")).hasToString("{\"name\":\"seep-soak-nodes\"}");
        assertThat(objects.get(7).path("rules")).hasToString("""
                [{"apiGroups":[""],"resources":["events"],"verbs":["get","list","watch"]}]""");
        assertThat(objects.get(7).at("/metadata/namespace").asText()).isEqualTo("default");
        assertThat(container(objects).path("args").toString()).doesNotContain("seep.dev/name");
    }

    @Test
    void eventsOfNodesAreOfTheNamespaceDefaultWhichMayBePolledItself() throws Exception {
        List<JsonNode> objects = job("-n", "default", "--for", "1h");

        assertThat(kinds(objects)).containsOnlyOnce("Role", "ClusterRole");
    }

    @Test
    void eachResourceHasOneRuleAlsoWhereEventsAreCounted() throws Exception {
        List<JsonNode> objects = job("-n", "shop", "--for", "1h", "--probe", "default,objects:kinds=events,pods");

        assertThat(objects.get(1).path("rules").findValuesAsText("resources")).hasSize(3);
        assertThat(objects.get(1).path("rules").toString())
                .containsOnlyOnce("[\"pods\"]")
                .containsOnlyOnce("[\"events\"]");
    }

    @Test
    void nothingIsCountedWhereSomePodsAreMeantSoThatNothingMoreIsGranted() throws Exception {
        List<JsonNode> objects = job("-n", "shop", "--for", "1h", "-l", "app=web");

        assertThat(objects.get(1).path("rules")).hasSize(3);
    }

    @Test
    void allNamespacesTakeAClusterRole() throws Exception {
        List<JsonNode> objects = job("-A", "--for", "1h");

        assertThat(kinds(objects)).contains("ClusterRole", "ClusterRoleBinding");
        assertThat(objects.toString())
                .contains("{\"apiGroups\":[\"\"],\"resources\":[\"nodes\"],\"verbs\":[\"get\",\"list\",\"watch\"]}");
    }

    @Test
    void thePodIsNobodyAndCanWriteToItsVolumeOnly() throws Exception {
        List<JsonNode> objects = job("-n", "shop", "--for", "1h");

        JsonNode pod = objects.get(objects.size() - 1).at("/spec/template/spec");
        assertThat(pod.path("securityContext").toString())
                .contains("\"runAsNonRoot\":true", "\"runAsUser\":65532", "\"type\":\"RuntimeDefault\"");
        assertThat(container(objects).path("securityContext").toString())
                .contains(
                        "\"allowPrivilegeEscalation\":false", "\"readOnlyRootFilesystem\":true", "\"drop\":[\"ALL\"]");
        assertThat(pod.path("restartPolicy").asText()).isEqualTo("Never");
        assertThat(container(objects).at("/resources/limits/memory").asText()).isEqualTo("1Gi");
    }

    @Test
    void thePolicyTravelsAlongAndMeansTheSameThere() throws Exception {
        Files.writeString(folder.resolve("policy.yaml"), "defaults:\n  growth: 5Mi/h\n  horizon: 2d\n");

        List<JsonNode> objects = job("-n", "shop", "--for", "1h", "--policy", "policy.yaml", "--warmup", "10m");

        Path there = folder.resolve("there.yaml");
        Files.writeString(
                there,
                objects.stream()
                        .filter(object -> object.path("kind").asText().equals("ConfigMap"))
                        .findFirst()
                        .orElseThrow()
                        .at("/data/policy.yaml")
                        .textValue());
        RuleOptions meant = new RuleOptions();
        meant.policy.policy = folder.resolve("policy.yaml");
        meant.warmup = "10m";
        assertThat(PolicyReader.read(there).asMap())
                .isEqualTo(meant.policy(folder, Policy.DEFAULT).asMap());
        assertThat(container(objects).path("args").toString()).contains("--policy=/etc/seep/policy.yaml");
    }

    @Test
    void theExporterIsProbedAndServed() throws Exception {
        List<JsonNode> objects = objects("exporter", "-n", "shop", "--every", "10s");

        assertThat(kinds(objects)).contains("Deployment", "Service");
        JsonNode container = objects.get(objects.size() - 2).at("/spec/template/spec/containers/0");
        assertThat(container.path("args").toString())
                .contains("\"export\"", "\"--listen=0.0.0.0:9464\"", "\"--out=/seep/run\"", "\"--every=10s\"");
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/healthz");
        assertThat(container.at("/ports/0/containerPort").isInt()).isTrue();
    }

    @Test
    void theAgentIsNobodyWithThreeFoldersOfTheHostToRead() throws Exception {
        List<JsonNode> objects = objects("agent");

        assertThat(kinds(objects)).containsExactly("Namespace", "ServiceAccount", "Role", "DaemonSet");
        JsonNode pod = objects.get(3).at("/spec/template/spec");
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.toString()).doesNotContain("hostPID", "hostNetwork", "\"add\"");
        assertThat(pod.path("securityContext").toString()).contains("\"runAsNonRoot\":true", "\"runAsUser\":65532");
        assertThat(container(objects).path("securityContext").toString())
                .contains("\"readOnlyRootFilesystem\":true", "\"drop\":[\"ALL\"]");
        assertThat(container(objects).path("volumeMounts")).hasSize(3).allSatisfy(mount -> assertThat(
                        mount.path("readOnly").asBoolean())
                .isTrue());
        assertThat(objects.get(2).path("rules").toString())
                .contains("pods/proxy")
                .doesNotContain("exec");
    }

    @Test
    void onOldKernelsTheAgentHasTheOneCapabilityThatCountingDescriptorsTakes() throws Exception {
        List<JsonNode> objects = objects("agent", "--old-kernels", "--in", "monitoring");

        assertThat(kinds(objects)).containsExactly("ServiceAccount", "Role", "DaemonSet");
        assertThat(objects.get(2).at("/metadata/namespace").asText()).isEqualTo("monitoring");
        assertThat(container(objects).at("/securityContext/capabilities").toString())
                .isEqualTo("{\"drop\":[\"ALL\"],\"add\":[\"DAC_READ_SEARCH\"]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "job -n shop --image i",
                "job --for 1h --image i",
                "job -n shop --for 1h",
                "job -n shop --for 1h --image i --kubeconfig k",
                "job -n shop --for 1h --image i --pid 1",
                "job -n shop --for 1h --image i --name Shop",
                "job -n shop --for 1h --image i --probe memry",
                "exporter -n shop --for 1h --image i",
                "exporter -n shop --image i --port 80",
                "collector",
                "agent",
                "agent --image i --name Shop",
            })
    void whatMakesNoSenseInAClusterIsAUsageErrorOfOneLine(String arguments) {
        Result result = seep.run(("manifest " + arguments).split(" "));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).hasSize(2);
    }

    private List<JsonNode> job(String... arguments) throws Exception {
        return objects("job", arguments);
    }

    private List<JsonNode> objects(String kind, String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of("manifest", kind, "--image", "example/seep:1"));
        words.addAll(List.of(arguments));
        Result result = seep.run(words.toArray(new String[0]));
        assertThat(result.exit()).as(result.err()).isZero();
        return YAML.readerFor(JsonNode.class).<JsonNode>readValues(result.out()).readAll();
    }

    private static JsonNode container(List<JsonNode> objects) {
        return objects.get(objects.size() - 1).at("/spec/template/spec/containers/0");
    }

    private static List<String> kinds(List<JsonNode> objects) {
        return objects.stream().map(object -> object.path("kind").asText()).toList();
    }

    /** What the kubelet makes of an argument where no variable of that name is set. */
    private static String expanded(String argument) {
        return argument.replace("$$", "$");
    }
}
