package dev.seep.source.kubernetes;

import static dev.seep.testing.FakePod.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Exited;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.LiveTarget;
import dev.seep.source.Shell;
import dev.seep.source.SourceException;
import dev.seep.source.exec.Backoff;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.api.ClusterDirectory;
import dev.seep.source.kubernetes.api.KubernetesConnection;
import dev.seep.source.kubernetes.pods.KubernetesSelection;
import dev.seep.source.kubernetes.pods.OwnerName;
import dev.seep.testing.FakeCluster;
import dev.seep.testing.FakePod;
import dev.seep.testing.RecordingListener;
import dev.seep.testing.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {
    private static final Backoff AT_ONCE = new Backoff(Duration.ofMillis(2), Duration.ofMillis(20), new Random(1));

    private final FakeCluster cluster = FakeCluster.start();
    private final RecordingListener listener = new RecordingListener();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private KubernetesSource source;

    @AfterEach
    void stop() {
        if (source != null) {
            source.close();
        }
        cluster.close();
    }

    @Test
    void runningContainersAppear() throws Exception {
        cluster.put(running("shop", "web", "app", "proxy"));
        cluster.put(running("other", "db", "postgres"));
        start(KubernetesSelection.of());
        assertThat(listener.told()).containsExactly("+ shop/web/app", "+ shop/web/proxy");
    }

    @Test
    void podsOfAllNamespacesAppear() throws Exception {
        cluster.put(running("shop", "web", "app"));
        cluster.put(running("other", "db", "postgres"));
        start(new KubernetesSelection(List.of(), true, null, null, null, null, false, false, List.of()));
        assertThat(listener.told()).containsExactly("+ other/db/postgres", "+ shop/web/app");
    }

    @Test
    void containersThatDoNotRunAreLeftAlone() throws Exception {
        cluster.put(running("shop", "web", "app", "late").state("late", "starting"));
        cluster.put(running("shop", "crashing", "app").state("app", "waiting"));
        cluster.put(running("shop", "done", "app").phase("Succeeded"));
        start(KubernetesSelection.of());
        assertThat(listener.told()).containsExactly("+ shop/web/app");

        cluster.put(running("shop", "web", "app", "late"));
        listener.await("+ shop/web/late");
    }

    @Test
    void containersAreChosenByName() throws Exception {
        cluster.put(running("shop", "web", "app", "istio-proxy", "api"));
        start(new KubernetesSelection(
                List.of("shop"),
                false,
                null,
                null,
                Pattern.compile("^a|istio"),
                Pattern.compile("istio"),
                false,
                false,
                List.of()));
        assertThat(listener.told()).containsExactly("+ shop/web/app", "+ shop/web/api");
    }

    @Test
    void selectorsAreLeftToTheServer() throws Exception {
        start(new KubernetesSelection(
                List.of("shop"), false, "tier in (a,b)", "spec.nodeName=n1", null, null, false, false, List.of()));
        assertThat(cluster.requests().get(0).getUrl().queryParameter("labelSelector"))
                .isEqualTo("tier in (a,b)");
        assertThat(cluster.requests().get(0).getUrl().queryParameter("fieldSelector"))
                .isEqualTo("spec.nodeName=n1");
    }

    @Test
    void workloadIsTheTopOfTheOwners() throws Exception {
        cluster.put(running("shop", "web-7d9f-x", "a")
                .ownedBy("ReplicaSet/web-7d9f")
                .label("pod-template-hash", "7d9f"));
        cluster.put(running("shop", "plain-x", "a").ownedBy("ReplicaSet/plain"));
        cluster.put(running("shop", "db-0", "a").ownedBy("StatefulSet/db"));
        cluster.put(running("shop", "nightly-x", "a").ownedBy("Job/nightly-27812345"));
        cluster.put(running("shop", "import-x", "a").ownedBy("Job/import"));
        cluster.put(running("shop", "kube-proxy-n1", "a").ownedBy("Node/n1"));
        start(KubernetesSelection.of());
        assertThat(workload("web-7d9f-x")).isEqualTo("deployment/web");
        assertThat(workload("plain-x")).isEqualTo("replicaset/plain");
        assertThat(workload("db-0")).isEqualTo("statefulset/db");
        assertThat(workload("nightly-x")).isEqualTo("cronjob/nightly");
        assertThat(workload("import-x")).isEqualTo("job/import");
        assertThat(workload("kube-proxy-n1")).isEqualTo("pod/kube-proxy-n1");
    }

    @Test
    void jobThatLooksScheduledIsNotTakenForACronJob() throws Exception {
        cluster.put(running("shop", "load-x", "a").ownedBy("Job/load-20261122"));
        cluster.intercept(request -> request.getUrl().encodedPath().endsWith("/jobs/load-20261122")
                ? new MockResponse.Builder()
                        .body("{\"metadata\":{\"name\":\"load-20261122\"}}")
                        .build()
                : null);
        start(KubernetesSelection.of());
        assertThat(workload("load-x")).isEqualTo("job/load-20261122");
    }

    @Test
    void namedWorkloadsOnly() throws Exception {
        cluster.put(running("shop", "web-7d9f-x", "a")
                .ownedBy("ReplicaSet/web-7d9f")
                .label("pod-template-hash", "7d9f"));
        cluster.put(running("shop", "db-0", "a").ownedBy("StatefulSet/db"));
        cluster.put(running("shop", "tool", "a"));
        cluster.intercept(request -> request.getUrl().encodedPath().startsWith("/apis/")
                ? new MockResponse.Builder().body("{}").build()
                : null);
        start(owners("deploy/web", "pod/db-0"));
        assertThat(listener.told()).containsExactly("+ shop/db-0/a", "+ shop/web-7d9f-x/a");
    }

    @Test
    void namedWorkloadThatDoesNotExistIsAnError() {
        assertThatThrownBy(() -> start(owners("deployment/wbe")))
                .isInstanceOf(SourceException.class)
                .hasMessage(
                        "deployment/wbe does not exist in namespace shop; look with: kubectl get deployments -n shop");
    }

    @Test
    void restartIsAnotherLifeThatKnowsHowTheLastEnded() throws Exception {
        FakePod pod = running("shop", "web", "app");
        cluster.put(pod);
        start(KubernetesSelection.of());
        LiveTarget first = listener.latest("shop/web/app");

        cluster.put(pod.state("app", "waiting"));
        cluster.put(pod.restarted("app", "OOMKilled", 137));
        listener.await("+ shop/web/app", 2);
        LiveTarget second = listener.latest("shop/web/app");
        assertThat(first.life().previousEnd()).isNull();
        assertThat(second.life().previousEnd()).isEqualTo("OOMKilled");
        assertThat(second.life().id()).isNotEqualTo(first.life().id()).matches("[0-9a-f]{8}");
        assertThat(second.life().start()).isAfter(first.life().start());
        assertThat(listener.told()).doesNotContain("- shop/web/app");
        assertThat(((Failed) run(first.shell())).reason()).isEqualTo(GapReason.TARGET_GONE);
        assertThat(run(second.shell())).isInstanceOf(Exited.class);
    }

    @Test
    void theEndOfALifeIsToldOnceAndBeforeTheNextBegins() throws Exception {
        FakePod pod = running("shop", "web", "app");
        cluster.put(pod);
        start(KubernetesSelection.of());

        cluster.put(pod.crashed("app", "Error", 7));
        cluster.put(pod.crashed("app", "Error", 7).label("touched", "yes"));
        cluster.put(pod.restarted("app", "Error", 7));
        listener.await("+ shop/web/app", 2);

        assertThat(listener.told()).containsExactly("+ shop/web/app", "~ shop/web/app exit 7", "+ shop/web/app");
    }

    @Test
    void exitCodeOfTheLastLifeIsKnown() throws Exception {
        cluster.put(running("shop", "web", "app").restarted("app", "Error", 3));
        start(KubernetesSelection.of());
        assertThat(listener.latest("shop/web/app").life().previousEnd()).isEqualTo("exit 3");
    }

    @Test
    void deletedPodVanishesWithAllThatIsInIt() throws Exception {
        cluster.put(running("shop", "web", "app"));
        start(KubernetesSelection.of());
        LiveTarget app = listener.latest("shop/web/app");
        cluster.delete("shop", "web");
        listener.await("- shop/web/app deleted");
        assertThat(((Failed) run(app.shell())).reason()).isEqualTo(GapReason.TARGET_GONE);
    }

    @Test
    void finishedPodVanishes() throws Exception {
        FakePod pod = running("shop", "web", "app");
        cluster.put(pod);
        start(KubernetesSelection.of());
        cluster.put(pod.phase("Failed"));
        listener.await("- shop/web/app Failed");
    }

    @Test
    void podOfTheSameNameIsAnotherOne() throws Exception {
        FakePod pod = running("shop", "db-0", "postgres");
        cluster.put(pod);
        start(KubernetesSelection.of());
        String life = listener.latest("shop/db-0/postgres").life().id();
        cluster.put(pod.uid("another"));
        listener.await("+ shop/db-0/postgres", 2);
        assertThat(listener.told()).contains("- shop/db-0/postgres replaced");
        assertThat(listener.latest("shop/db-0/postgres").life().id()).isNotEqualTo(life);
    }

    @Test
    void expiredWatchIsFollowedByAListAndItsDifferences() throws Exception {
        cluster.put(running("shop", "old", "app"));
        cluster.put(running("shop", "stays", "app"));
        start(KubernetesSelection.of());
        cluster.forgetSilently("shop", "old");
        listenerSeesWatch();
        cluster.tellWatches(
                "{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"status\":\"Failure\",\"message\":\"too old\",\"code\":410}}");
        listener.await("- shop/old/app deleted");
        assertThat(listener.told().stream().filter(words -> words.equals("+ shop/stays/app")))
                .hasSize(1);
    }

    @Test
    void garbageInTheWatchIsFollowedByAList() throws Exception {
        cluster.put(running("shop", "old", "app"));
        start(KubernetesSelection.of());
        cluster.forgetSilently("shop", "old");
        listenerSeesWatch();
        cluster.tellWatches("\u0000<html>{{{");
        listener.await("- shop/old/app deleted");
        cluster.put(running("shop", "new", "app"));
        listener.await("+ shop/new/app");
    }

    @Test
    void watchGoesOnFromWhereItWasCut() throws Exception {
        start(KubernetesSelection.of());
        listenerSeesWatch();
        cluster.put(running("shop", "one", "app"));
        listener.await("+ shop/one/app");
        cluster.endWatches();
        long watches = watches();
        waitForWatches(watches + 1);
        cluster.put(running("shop", "two", "app"));
        listener.await("+ shop/two/app");
        assertThat(cluster.requests().stream().filter(FakeCluster::isList)).hasSize(1);
    }

    @Test
    void lastingTroubleIsToldOnceAndItsEnd() throws Exception {
        cluster.put(running("shop", "web", "app"));
        start(KubernetesSelection.of());
        listenerSeesWatch();
        cluster.intercept(request -> FakeCluster.status(503, "etcd is away"));
        cluster.endWatches();
        listener.await("! lost sight of pods in namespace shop, trying again: HTTP 503: etcd is away");
        waitForWatches(watches() + 5);
        cluster.behave();
        waitForWatches(watches() + 1);
        cluster.put(running("shop", "new", "app"));
        Waiting.until(() -> listener.told().contains("! ")); // it is over
        listener.await("+ shop/new/app");
        assertThat(listener.told().stream().filter(words -> words.startsWith("! lost")))
                .hasSize(1);
    }

    @Test
    void thousandsOfPodsComePageByPage() throws Exception {
        for (int i = 0; i < 5000; i++) {
            cluster.put(running("shop", "web-" + i, "app"));
        }
        start(KubernetesSelection.of());
        assertThat(listener.told()).hasSize(5000).contains("+ shop/web-4999/app");
        assertThat(cluster.requests().stream().filter(FakeCluster::isList)).hasSize(10);
    }

    @Test
    void listThatExpiresBetweenItsPagesIsReadAgain() throws Exception {
        for (int i = 0; i < 600; i++) {
            cluster.put(running("shop", "web-" + i, "app"));
        }
        cluster.intercept(request -> {
            boolean second = request.getUrl().queryParameter("continue") != null;
            return second && cluster.requests().size() == 2 ? FakeCluster.status(410, "continue token expired") : null;
        });
        start(KubernetesSelection.of());
        assertThat(listener.told()).hasSize(600);
    }

    @Test
    void missingPermissionIsNamed() {
        cluster.intercept(
                request -> FakeCluster.status(403, "pods is forbidden: User \"tester\" cannot list resource \"pods\""));
        assertThatThrownBy(() -> start(KubernetesSelection.of()))
                .isInstanceOf(SourceException.class)
                .hasMessage("not allowed to list pods in namespace shop (HTTP 403: pods is forbidden: User \"tester\" "
                        + "cannot list resource \"pods\"); allow the verbs get, list and watch on pods, and get and create "
                        + "on pods/exec");
    }

    @Test
    void credentialsThatAreNotAcceptedAreNamed() {
        cluster.intercept(request -> FakeCluster.status(401, "Unauthorized"));
        assertThatThrownBy(() -> start(KubernetesSelection.of()))
                .isInstanceOf(SourceException.class)
                .hasMessage(
                        cluster.url()
                                + " does not accept these credentials (HTTP 401: Unauthorized); log in again, or choose another --context");
    }

    @Test
    void answerThatIsNoListIsAnError() {
        cluster.intercept(
                request -> new MockResponse.Builder().body("<html>login</html>").build());
        assertThatThrownBy(() -> start(KubernetesSelection.of()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("is no list of pods");
    }

    @Test
    void clusterThatDoesNotAnswerIsNamed() {
        Path kubeconfig = cluster.kubeconfig(folder);
        cluster.close();
        assertThatThrownBy(() -> start(kubeconfig, KubernetesSelection.of()))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("no cluster answers at " + cluster.url() + " (")
                .hasMessageEndingWith("check the network, --context and the server in the kubeconfig");
    }

    @Test
    void whatIsLookedForCanBeSaid() throws Exception {
        source = KubernetesSource.connect(
                new KubernetesConnection(cluster.kubeconfig(folder), null, Map.of()),
                new KubernetesSelection(
                        List.of(),
                        false,
                        "app=web",
                        null,
                        Pattern.compile("^app$"),
                        null,
                        false,
                        false,
                        List.of(OwnerName.parse("deployment/web"))));
        assertThat(source.lookedFor())
                .isEqualTo(
                        "running containers that match ^app$ of deployment/web in namespace shop with labels app=web at "
                                + cluster.url());
    }

    private static KubernetesSelection owners(String... owners) {
        List<OwnerName> names = Stream.of(owners).map(OwnerName::parse).toList();
        return new KubernetesSelection(List.of(), false, null, null, null, null, false, false, names);
    }

    private void start(KubernetesSelection selection) throws SourceException {
        start(cluster.kubeconfig(folder), selection);
    }

    private void start(Path kubeconfig, KubernetesSelection selection) throws SourceException {
        Cluster found = ClusterDirectory.find(new KubernetesConnection(kubeconfig, null, Map.of()));
        source = new KubernetesSource(found, selection, AT_ONCE, Duration.ofSeconds(25));
        source.start(listener);
    }

    private String workload(String pod) {
        return listener.latest("shop/" + pod + "/a").target().workload();
    }

    private static ExecResult run(Shell shell) {
        return shell.run("echo hi", Duration.ofMinutes(3)).toCompletableFuture().join();
    }

    private long watches() {
        return cluster.requests().stream().filter(FakeCluster::isWatch).count();
    }

    private void listenerSeesWatch() {
        Waiting.until(cluster::hasWatch);
    }

    private void waitForWatches(long count) {
        Waiting.until(() -> watches() >= count);
    }
}
