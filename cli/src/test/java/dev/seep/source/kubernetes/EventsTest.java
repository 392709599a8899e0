package dev.seep.source.kubernetes;

import static dev.seep.testing.FakePod.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.source.SourceException;
import dev.seep.source.exec.Backoff;
import dev.seep.source.kubernetes.api.ClusterDirectory;
import dev.seep.source.kubernetes.api.KubernetesConnection;
import dev.seep.source.kubernetes.pods.KubernetesSelection;
import dev.seep.testing.FakeCluster;
import dev.seep.testing.FakeObjects;
import dev.seep.testing.FakePod;
import dev.seep.testing.RecordingListener;
import dev.seep.testing.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong in a fake cluster. */
class EventsTest {
    private static final Backoff AT_ONCE = new Backoff(Duration.ofMillis(2), Duration.ofMillis(20), new Random(1));

    private final FakeCluster cluster = FakeCluster.start();
    private final FakeObjects events = new FakeObjects("", "events");
    private final FakeObjects nodes = new FakeObjects("", "nodes");
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
        events.close();
        nodes.close();
        cluster.close();
    }

    @Test
    void tellsWhatHappensInTheRunAndHowOftenAndNothingThatWasBefore() throws Exception {
        warn("old", "Pod", "web", "BackOff", 7);
        start();

        warn("old", "Pod", "web", "BackOff", 9);
        warn("new", "Pod", "web", "FailedMount", 1);
        warn("new", "Pod", "web", "FailedMount", 1);
        put("usual", "{'type':'Normal','reason':'Pulled','involvedObject':{'kind':'Pod','name':'web'}}");
        put(
                "series",
                "{'type':'Warning','reason':'FailedScheduling','series':{'count':3},"
                        + "'involvedObject':{'kind':'Pod','namespace':'shop','name':'big'}}");

        Waiting.until(() -> listener.abnormal().size() == 3);
        assertThat(listener.abnormal())
                .containsExactly(
                        "shop pod/web BackOff 2", "shop pod/web FailedMount 1", "shop pod/big FailedScheduling 3");
    }

    @Test
    void asksForWarningsAloneWithOneWatchForEachNamespace() throws Exception {
        start(KubernetesSelection.of("shop", "pay"));

        Waiting.until(() -> watches("/events").size() == 3);
        assertThat(watches("/events"))
                .containsExactlyInAnyOrder(
                        "/api/v1/namespaces/shop/events type=Warning",
                        "/api/v1/namespaces/pay/events type=Warning",
                        "/api/v1/namespaces/default/events type=Warning,involvedObject.kind=Node");
        assertThat(watches("/pods")).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void watchesAllNamespacesAtOnce() throws Exception {
        start(new KubernetesSelection(List.of(), true, null, null, null, null, false, false, List.of()));

        Waiting.until(() -> watches("/events").size() == 1);
        assertThat(watches("/events")).containsExactly("/api/v1/events type=Warning");
    }

    @Test
    void findsWhatItMissedWhenAWatchExpires() throws Exception {
        warn("old", "Pod", "web", "BackOff", 7);
        start();
        Waiting.until(() -> !watches("/events").isEmpty());

        events.expire();
        warn("old", "Pod", "web", "BackOff", 8);
        warn("new", "Pod", "web", "Unhealthy", 2);

        Waiting.until(() -> listener.abnormal().size() == 2);
        assertThat(listener.abnormal()).containsExactlyInAnyOrder("shop pod/web BackOff 1", "shop pod/web Unhealthy 2");
    }

    @Test
    void saysOnceWhatItMayNotSeeAndAsksNoMore() throws Exception {
        cluster.intercept(request -> FakeCluster.isWatchedForTrouble(request)
                ? FakeCluster.status(403, "events is forbidden: User \"x\" cannot list")
                : null);
        cluster.put(running("shop", "web", "app"));
        connect(KubernetesSelection.of());

        listener.await("? conditions of nodes denied");
        assertThat(listener.told()).filteredOn(told -> told.startsWith("?")).hasSize(3);
        assertThat(listener.told())
                .anyMatch(told -> told.contains("? events in namespace shop denied: not allowed to watch events in"
                                + " namespace shop (HTTP 403: events is forbidden: User \"x\" cannot list)")
                        && told.contains("{apiGroups: [\"\"], resources: [\"events\"], verbs: [\"get\", \"list\","
                                + " \"watch\"]} in namespace shop"));
        cluster.put(running("shop", "other", "app"));
        listener.await("+ shop/other/app");
        assertThat(cluster.requests().stream()
                        .filter(FakeCluster::isWatchedForTrouble)
                        .count())
                .isEqualTo(3);
    }

    @Test
    void saysWhenItLosesSightAndWhenItSeesAgain() throws Exception {
        start();
        Waiting.until(() -> !watches("/events").isEmpty());
        cluster.intercept(request -> request.getUrl().encodedPath().endsWith("shop/events")
                ? FakeCluster.status(500, "etcd is down")
                : null);
        events.expire();

        listener.await("? events in namespace shop unreachable: lost sight of events in namespace shop");
        warn("new", "Pod", "web", "Unhealthy", 2);
        cluster.behave();
        serve();

        listener.await("? events in namespace shop seen again");
        Waiting.until(() -> listener.abnormal().contains("shop pod/web Unhealthy 2"));
    }

    @Test
    void whatMakesNoSenseIsPassedOver() throws Exception {
        start();
        Waiting.until(() -> !watches("/events").isEmpty());

        put("empty", "{'type':'Warning'}");
        put(
                "odd",
                "{'type':'Warning','reason':'\\u001b[31m\\nred\\u202e','message':'" + "x".repeat(5000) + "',"
                        + "'involvedObject':{'kind':'Pod','namespace':'shop','name':'web'},'count':-4}");

        Waiting.until(() -> listener.abnormal().size() == 2);
        assertThat(listener.abnormal()).containsExactly("/ Unknown 1", "shop pod/web [31m red 1");
    }

    @Test
    void tellsWhatNodesOfItsPodsSufferFromAndOfNoOther() throws Exception {
        node("node-1", "Ready", "True");
        node("node-2", "Ready", "True");
        start();
        Waiting.until(() -> !watches("/nodes").isEmpty());

        node("node-2", "Ready", "Unknown");
        node("node-1", "MemoryPressure", "True");
        node("node-1", "MemoryPressure", "True");
        node("node-1", "Ready", "False");
        event("oom-1", "Node", "", "node-1", "SystemOOM", 1);
        event("oom-2", "Node", "", "node-2", "SystemOOM", 1);

        Waiting.until(() -> listener.abnormal().size() == 3);
        assertThat(listener.abnormal())
                .containsExactlyInAnyOrder(
                        "node/node-1 MemoryPressure 1", "node/node-1 NodeNotReady 1", "node/node-1 SystemOOM 1");
    }

    @Test
    void tellsEachCrashOfAContainerAndWhyItWaits() throws Exception {
        FakePod pod = running("shop", "web", "app");
        start();

        cluster.put(pod.restarted("app", "Error", 7));
        cluster.put(pod.restarted("app", "Error", 7).label("a", "b"));
        cluster.put(pod.restarted("app", "Error", 7)
                .restarted("app", "OOMKilled", 137)
                .state("app", "waiting CrashLoopBackOff"));
        cluster.put(running("shop", "new", "app").phase("Pending"));
        cluster.put(running("shop", "new", "app").state("app", "waiting"));
        cluster.put(running("shop", "new", "app").state("app", "waiting ErrImagePull"));

        Waiting.until(() -> listener.abnormal().size() >= 3);
        listener.await("+ shop/web/app", 2);
        Waiting.until(() -> listener.abnormal().contains("shop pod/new ErrImagePull 1"));
        assertThat(listener.abnormal())
                .containsExactly(
                        "shop pod/web Error 1", "shop pod/web CrashLoopBackOff 1", "shop pod/new ErrImagePull 1");
    }

    @Test
    void aContainerThatIsEndedForAFailedProbeIsToldSoWhateverItsExitCode() throws Exception {
        FakePod pod = running("shop", "web", "app", "proxy");
        start();
        cluster.put(pod);
        listener.await("+ shop/web/proxy");
        Waiting.until(() -> !watches("/events").isEmpty());

        unhealthy("u1", "app", "20:09:59", "Readiness probe failed: HTTP probe failed with statuscode: 503");
        unhealthy("u2", "proxy", "20:09:59", "Liveness probe failed: HTTP probe failed with statuscode: 503");
        Waiting.until(() -> listener.abnormal().size() == 2);
        FakePod both = pod.restarted("app", "Completed", 0).crashed("proxy", "Completed", 0);
        cluster.put(both);
        listener.await("~ shop/web/proxy failed probe with exit 0");
        cluster.put(both.restarted("proxy", "Completed", 0));
        listener.await("+ shop/web/proxy", 2);
        assertThat(listener.latest("shop/web/proxy").life().previousEnd()).isEqualTo("failed probe with exit 0");
        assertThat(listener.latest("shop/web/app").life().previousEnd()).isEqualTo("exit 0");

        cluster.put(both.restarted("proxy", "Completed", 0).restarted("proxy", "Completed", 0));
        listener.await("+ shop/web/proxy", 3);
        assertThat(listener.latest("shop/web/proxy").life().previousEnd()).isEqualTo("exit 0");
    }

    @ParameterizedTest
    @CsvSource({
        "20:07:32, failed probe with exit 0", // 2 min and the grace of 30 s before its end
        "20:07:30, exit 0", // it recovered
        "20:10:02, exit 0", // of the next life
    })
    void aProbeThatFailedAtAnotherTimeIsNoneOfTheEnd(String time, String told) throws Exception {
        FakePod pod = running("shop", "web", "app");
        start();
        Waiting.until(() -> !watches("/events").isEmpty());

        unhealthy("u1", "app", time, "Liveness probe failed: HTTP probe failed with statuscode: 503");
        Waiting.until(() -> listener.abnormal().size() == 1);
        cluster.put(pod.crashed("app", "Completed", 0));

        listener.await("~ shop/web/app");
        assertThat(listener.told()).last().isEqualTo("~ shop/web/app " + told);
    }

    private void unhealthy(String uid, String container, String time, String message) {
        put(
                uid,
                "{'type':'Warning','reason':'Unhealthy','message':'" + message + "','lastTimestamp':'2026-11-22T"
                        + time + "Z','involvedObject':{'kind':'Pod',"
                        + "'namespace':'shop','name':'web','fieldPath':'spec.containers{" + container + "}'}}");
    }

    @Test
    void aCrashLoopOfBeforeTheRunIsToldWhenItCrashesAgain() throws Exception {
        FakePod crashed = running("shop", "web", "app").restarted("app", "Error", 7);
        cluster.put(crashed);
        serve();
        connect(KubernetesSelection.of());

        cluster.put(crashed.restarted("app", "Error", 7));

        Waiting.until(() -> !listener.abnormal().isEmpty());
        assertThat(listener.abnormal()).containsExactly("shop pod/web Error 1");
    }

    @Test
    void whatIsAnEventAndAStateIsToldOnceWhetherEventsMayBeSeenOrNot() throws Exception {
        start();
        cluster.put(running("shop", "bad", "app").state("app", "waiting ErrImageNeverPull"));
        warn("new", "Pod", "bad", "ErrImageNeverPull", 1);
        cluster.put(running("shop", "bad", "app").state("app", "waiting InvalidImageName"));
        Waiting.until(() -> listener.abnormal().contains("shop pod/bad InvalidImageName 1"));
        Waiting.until(() -> listener.abnormal().contains("shop pod/bad ErrImageNeverPull 1"));
        assertThat(listener.abnormal()).hasSize(2);
        source.close();

        cluster.intercept(request -> FakeCluster.isWatchedForTrouble(request) ? FakeCluster.status(404, "") : null);
        connect(KubernetesSelection.of());
        listener.await("? conditions of nodes absent: there are no conditions of nodes");
        cluster.put(running("shop", "worse", "app").state("app", "waiting ErrImageNeverPull"));

        Waiting.until(() -> listener.abnormal().contains("shop pod/worse ErrImageNeverPull 1"));
    }

    @Test
    void podsThatAreToldToGoEndWithoutAnError() throws Exception {
        start();
        FakePod going = running("shop", "web", "app").deleting();

        cluster.put(going.restarted("app", "Error", 143));
        cluster.delete("shop", "web");
        cluster.put(running("shop", "after", "app").restarted("app", "Error", 1));

        Waiting.until(() -> !listener.abnormal().isEmpty());
        assertThat(listener.abnormal()).containsExactly("shop pod/after Error 1");
    }

    private void start() throws SourceException {
        start(KubernetesSelection.of());
    }

    private void start(KubernetesSelection selection) throws SourceException {
        cluster.put(running("shop", "web", "app"));
        serve();
        connect(selection);
    }

    private void serve() {
        cluster.intercept(events);
        cluster.intercept(nodes);
    }

    private void connect(KubernetesSelection selection) throws SourceException {
        KubernetesConnection connection = new KubernetesConnection(cluster.kubeconfig(folder), null, Map.of());
        source = new KubernetesSource(ClusterDirectory.find(connection), selection, AT_ONCE, Duration.ofSeconds(10))
                .watchingEvents(false);
        source.start(listener);
    }

    private List<String> watches(String ending) {
        return cluster.requests().stream()
                .filter(FakeCluster::isWatch)
                .filter(request -> request.getUrl().encodedPath().endsWith(ending))
                .map(EventsTest::words)
                .toList();
    }

    private static String words(RecordedRequest request) {
        return request.getUrl().encodedPath() + " " + request.getUrl().queryParameter("fieldSelector");
    }

    private void warn(String uid, String kind, String name, String reason, int count) {
        event(uid, kind, "shop", name, reason, count);
    }

    private void event(String uid, String kind, String namespace, String name, String reason, int count) {
        put(
                uid,
                "{'type':'Warning','reason':'" + reason + "','message':'it is so','count':" + count
                        + ",'involvedObject':{'kind':'" + kind + "','namespace':'" + namespace + "','name':'" + name
                        + "'}}");
    }

    private void put(String uid, String event) {
        events.put(event.contains("'Node'") ? "default" : "shop", uid, event);
    }

    private void node(String name, String condition, String status) {
        nodes.put(
                "",
                name,
                "{'status':{'conditions':[{'type':'" + condition + "','status':'" + status + "','message':'it is'}]}}");
    }
}
