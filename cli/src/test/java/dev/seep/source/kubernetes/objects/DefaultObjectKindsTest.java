package dev.seep.source.kubernetes.objects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.source.kubernetes.api.ClusterDirectory;
import dev.seep.source.kubernetes.api.KubernetesConnection;
import dev.seep.source.kubernetes.api.ObjectKind;
import dev.seep.source.kubernetes.api.ObjectKinds;
import dev.seep.testing.FakeCluster;
import dev.seep.testing.FakeObjects;
import dev.seep.testing.FakeRights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted where nobody asked for it. */
class DefaultObjectKindsTest {
    private final FakeCluster cluster = FakeCluster.start();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void aKindThatMayNotBeListedOrWatchedIsLeftOut() throws Exception {
        cluster.intercept(FakeRights.allBut("list secrets", "watch configmaps"));

        DefaultObjectKinds counts = choose(List.of("shop"), "jobs", "secrets", "configmaps");

        assertThat(counts.chosen().keySet()).extracting(ObjectKind::toString).containsExactly("jobs.batch");
        assertThat(counts.leftOut())
                .containsExactly(
                        "secrets (not allowed to list and watch them in shop)",
                        "configmaps (not allowed to list and watch them in shop)");
    }

    @Test
    void nothingIsCountedWhereTheClusterDoesNotSayWhatItAllows() throws Exception {
        DefaultObjectKinds counts = choose(List.of("shop"), "jobs");

        assertThat(counts.chosen()).isEmpty();
        assertThat(counts.leftOut()).containsExactly("objects (the cluster does not say what it allows)");
    }

    @Test
    void aKindOfWhichThereAreTooManyInAllNamespacesIsLeftOutAfterOneSmallRequest() throws Exception {
        FakeObjects maps = new FakeObjects("", "configmaps");
        for (int i = 0; i < 5_001; i++) {
            maps.put("shop", "map-" + i, "{}");
        }
        cluster.intercept(maps);
        cluster.intercept(FakeRights.allBut());

        List<@Nullable String> everywhere = new ArrayList<>();
        everywhere.add(null);
        DefaultObjectKinds counts = choose(everywhere, "configmaps");

        assertThat(counts.chosen()).isEmpty();
        assertThat(counts.leftOut()).containsExactly("configmaps (more than 5000 in all namespaces)");
        assertThat(maps.bytes()).isLessThan(5_000);
        maps.close();
    }

    @Test
    void manyNamespacesByNameAreNotFollowedOneByOne() throws Exception {
        List<@Nullable String> namespaces = new ArrayList<>();
        for (int i = 0; i < 31; i++) {
            namespaces.add("team-" + i);
        }

        DefaultObjectKinds counts = choose(namespaces, "jobs", "configmaps");

        assertThat(counts.chosen()).isEmpty();
        assertThat(counts.leftOut().get(0)).startsWith("objects (31 namespaces");
        assertThat(cluster.requests()).isEmpty();
    }

    private DefaultObjectKinds choose(List<@Nullable String> namespaces, String... words) throws Exception {
        KubernetesConnection connection = new KubernetesConnection(cluster.kubeconfig(folder), null, Map.of());
        List<ObjectKind> kinds = List.of(words).stream()
                .map(word -> ObjectKinds.everywhere(word).orElseThrow())
                .toList();
        return DefaultObjectKinds.of(Objects.requireNonNull(ClusterDirectory.find(connection)), kinds, namespaces);
    }
}
