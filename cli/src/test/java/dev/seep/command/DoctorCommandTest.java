package dev.seep.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.CliRunner;
import dev.seep.CliRunner.Result;
import dev.seep.testing.FakeCluster;
import dev.seep.testing.FakePod;
import dev.seep.testing.FakeRights;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said before a run of hours, by the doctor and by the run itself. */
class DoctorCommandTest {
    private static final String NO_EXEC =
            "{apiGroups: [\"\"], resources: [\"pods/exec\"], verbs: [\"get\", \"create\"]} in namespace shop";

    private final FakeCluster cluster = FakeCluster.start();

    @TempDir
    private Path folder;

    private CliRunner seep;

    @BeforeEach
    void putAPod() {
        cluster.put(FakePod.running("shop", "web", "app"));
        seep = new CliRunner(folder)
                .with("SEEP_KUBECONFIG", cluster.kubeconfig(folder).toString());
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void whereAllIsWellItSaysSoAndWhatARunWouldCost() {
        cluster.intercept(FakeRights.allBut());

        Result result = seep.run("doctor", "--every", "5s");

        assertThat(result.exit()).as(result.out()).isZero();
        assertThat(result.out())
                .contains("Kubernetes v1.31.2")
                .contains("1 of 1 containers tried have one")
                .contains("polling 1 target on 1 node every 5s: 0.2 polls/s")
                .doesNotContain("FAULT");
    }

    @Test
    void theMissingRuleIsNamedExactlyAndPrintedAsARole() {
        cluster.intercept(FakeRights.allBut("get pods/exec", "create pods/exec"));

        Result result = seep.run("doctor");

        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.out())
                .contains("FAULT  rights")
                .contains(NO_EXEC)
                .contains("""
                rules:
                  - apiGroups:
                      - ""
                    resources:
                      - pods/exec
                    verbs:
                      - get
                      - create
                """)
                .contains("name: \"system:serviceaccount:shop:seep\"")
                .doesNotContain("- list");
    }

    @Test
    void aRunThatMayNotExecNamesTheMissingRuleAndLeavesNoFolder() {
        cluster.intercept(FakeRights.allBut("get pods/exec", "create pods/exec"));

        Result result = seep.run("run", "--for", "10s", "--out", "run");

        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.err()).contains("not allowed to exec").contains(NO_EXEC);
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void aRunThatMayNotListNamesWhatIsMissingAndNothingElse() {
        cluster.intercept(FakeRights.allBut("list pods", "watch pods"));

        Result result = seep.run("run", "--for", "10s", "--out", "run");

        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.err())
                .contains("{apiGroups: [\"\"], resources: [\"pods\"], verbs: [\"list\", \"watch\"]} in namespace shop")
                .doesNotContain("pods/exec");
    }

    @Test
    void aRuleForCountingThatIsMissingIsARemarkAndPrintedWithoutSecrets() {
        cluster.intercept(FakeRights.allBut("list configmaps", "watch configmaps", "list secrets"));

        Result result = seep.run("doctor");

        assertThat(result.exit()).as(result.out()).isZero();
        assertThat(result.out())
                .contains("note   objects")
                .contains("name: seep-polling")
                .contains("- configmaps")
                .doesNotContain("- secrets");
    }

    @Test
    void whatIsMissingIsPrintedOnceAlsoWhereItIsWantedTwice() {
        cluster.intercept(FakeRights.allBut("get events", "list events", "watch events"));

        Result result = seep.run("doctor", "-n", "default");

        assertThat(result.out()).containsOnlyOnce("      - events\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            objects                          | list jobs             | 0
            objects:kinds=jobs               | list jobs             | 4
            objects:kinds=pods               | watch pods            | 4
            objects:kinds=secrets            | list secrets          | 4
            objects:kinds=jobs,secrets       | list secrets          | 0
            default,objects:kinds=jobs       | list jobs             | 0
            objects:kinds=jobs               | list jobs in pay      | 0
            objects:kinds=jobs,secrets       | list jobs in pay      | 0
            """)
    void whereObjectsAloneAreCountedTheRightToDoSoIsAllThatARunNeeds(String probes, String refused, int exit) {
        cluster.intercept(FakeRights.allBut(refused));

        Result result = seep.run("doctor", "-n", "shop,pay", "--probe", probes);

        assertThat(result.exit()).as(result.out()).isEqualTo(exit);
        assertThat(result.out()).contains(exit == 0 ? "note   objects" : "FAULT  objects");
    }

    @Test
    void whatOnlyLaterVersionsAskForIsWorthARemark() {
        cluster.intercept(FakeRights.allBut("create pods/exec"));

        Result result = seep.run("doctor");

        assertThat(result.exit()).as(result.out()).isZero();
        assertThat(result.out()).contains("note   rights").contains("from Kubernetes 1.35 on");
    }

    @Test
    void aRunThatMayNotWatchEventsSaysSoOnceAndGoesOn() throws Exception {
        cluster.intercept(FakeRights.allBut("list events", "watch events", "list nodes"));

        Result doctor = seep.run("doctor");
        Result run = seep.run("run", "--every", "1s", "--for", "3s", "--out", "run", "--inconclusive", "pass");
        Result again = seep.run("analyze", "run", "-o", "json");

        assertThat(doctor.exit()).as(doctor.out()).isZero();
        assertThat(doctor.out())
                .contains("note   events   not allowed: list, watch on events")
                .contains(
                        "{apiGroups: [\"\"], resources: [\"events\"], verbs: [\"list\", \"watch\"]} in namespace shop")
                .contains("kind: ClusterRole\n")
                .contains("      - nodes\n    verbs:\n      - list\n")
                .contains("name: \"system:serviceaccount:shop:seep\"")
                .doesNotContain("FAULT");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).containsOnlyOnce("not allowed to watch events in namespace shop");
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("unwatched conditions of nodes, events in namespace shop, events of nodes in namespace"
                        + " default: not allowed; seep doctor prints the missing rules");
        assertThat(again.out())
                .contains("\"unwatched\" : [ \"conditions of nodes\", \"events in namespace shop\", ")
                .contains("\"events\" : [ ]");
    }

    @Test
    void noContainerAndNoClusterAreFaults() throws Exception {
        cluster.intercept(FakeRights.allBut());
        Result nothing = seep.run("doctor", "-n", "empty");
        cluster.close();
        Result nobody = seep.run("doctor");
        Files.delete(folder.resolve("kubeconfig"));
        Result noConfig = seep.run("doctor");

        assertThat(nothing.exit()).isEqualTo(4);
        assertThat(nothing.out()).contains("FAULT  targets").contains("namespace empty");
        assertThat(nobody.exit()).isEqualTo(4);
        assertThat(nobody.out()).contains("FAULT  cluster").contains("no cluster answers at");
        assertThat(noConfig.exit()).isEqualTo(4);
        assertThat(noConfig.out()).contains("cannot be read; check --kubeconfig");
    }
}
