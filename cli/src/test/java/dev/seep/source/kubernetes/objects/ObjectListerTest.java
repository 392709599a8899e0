package dev.seep.source.kubernetes.objects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.api.ClusterDirectory;
import dev.seep.source.kubernetes.api.KubernetesConnection;
import dev.seep.source.kubernetes.api.ObjectKind;
import dev.seep.source.kubernetes.api.PagedList;
import dev.seep.testing.FakeCluster;
import dev.seep.testing.FakeObjects;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectListerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T21:00:00Z");
    private static final ObjectKind PODS = new ObjectKind("pods", "", "v1", "pods", true);
    private static final ObjectKind SECRETS = new ObjectKind("secrets", "", "v1", "secrets", true);

    private final FakeCluster cluster = FakeCluster.start();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void eachPodIsReadSoThatThoseWithoutJobsAreCountedAlsoAmongMany() throws Exception {
        FakeObjects pods = new FakeObjects("", "pods");
        for (int i = 0; i < 1_200; i++) {
            pods.put(
                    "shop",
                    "pod-" + i,
                    i % 3 == 0 ? "{'metadata':{'ownerReferences':[{'kind':'Job','name':'job-1'}]}}" : "{}");
        }

        ObjectLister.Listed listed = list(pods, PODS, "shop");
        ObjectCounter tally = new ObjectCounter();
        tally.begin(listed.objects(), listed.more());

        assertThat(tally.figures(PODS, NOW)).containsEntry("", 1_200L).containsEntry(".without_jobs", 800L);
    }

    @Test
    void ofFewObjectsInANamespaceEachOneIsRead() throws Exception {
        ObjectLister.Listed listed = list(secrets(500), SECRETS, "shop");

        assertThat(listed.objects()).hasSize(500).containsKey("uid-of-secret-499");
        assertThat(listed.more()).isZero();
        assertThat(listed.version()).isEqualTo("5500");
    }

    @Test
    void ofManyObjectsInANamespaceOneIsReadAndTheOthersAreANumber() throws Exception {
        ObjectLister.Listed listed = list(secrets(501), SECRETS, "shop");

        assertThat(listed.objects()).hasSize(1);
        assertThat(listed.more()).isEqualTo(500);
        assertThat(cluster.requests()).hasSize(1);
    }

    @Test
    void overAllNamespacesEachOneIsReadBecauseTheyAreCountedApart() throws Exception {
        ObjectLister.Listed listed = list(secrets(501), SECRETS, null);

        assertThat(listed.objects()).hasSize(501);
        assertThat(listed.more()).isZero();
    }

    private static FakeObjects secrets(int count) {
        FakeObjects secrets = new FakeObjects("", "secrets");
        for (int i = 0; i < count; i++) {
            secrets.put("shop", "secret-" + i, "{}");
        }
        return secrets;
    }

    private ObjectLister.Listed list(FakeObjects objects, ObjectKind kind, @Nullable String namespace)
            throws Exception {
        cluster.intercept(objects);
        Cluster api = ClusterDirectory.find(new KubernetesConnection(cluster.kubeconfig(folder), null, Map.of()));
        ObjectLister lister = new ObjectLister(kind, namespace);
        return lister.list(new PagedList<>(api, lister.resource()));
    }
}
