package dev.seep.source.kubernetes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.seep.testing.FakeCluster;
import dev.seep.testing.FakeRights;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessReviewsTest {
    private static final AccessRule EXEC = new AccessRule("", "pods/exec", List.of("get", "create"));
    private static final AccessRule JOBS = new AccessRule("batch", "jobs", List.of("list"));

    private final FakeCluster cluster = FakeCluster.start();

    @SuppressWarnings("NullAway.Init")
    private AccessReviews reviews;

    @BeforeEach
    void connect(@TempDir Path folder) throws Exception {
        reviews = new AccessReviews(
                ClusterDirectory.find(new KubernetesConnection(cluster.kubeconfig(folder), null, Map.of())));
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void ofARuleTheMissingVerbsAloneAreToldForEachNamespace() throws Exception {
        cluster.intercept(FakeRights.allBut("create pods/exec", "list jobs in pay"));

        assertThat(reviews.missing(Arrays.asList("shop", "pay"), List.of(EXEC, JOBS)))
                .extracting(MissingRule::toString)
                .containsExactly(
                        "{apiGroups: [\"\"], resources: [\"pods/exec\"], verbs: [\"create\"]} in namespace shop",
                        "{apiGroups: [\"\"], resources: [\"pods/exec\"], verbs: [\"create\"]} in namespace pay",
                        "{apiGroups: [\"batch\"], resources: [\"jobs\"], verbs: [\"list\"]} in namespace pay");
    }

    @Test
    void whatIsAskedNamesGroupResourceAndSubresource() throws Exception {
        cluster.intercept(FakeRights.allBut());

        assertThat(reviews.missing(List.of("shop"), List.of(EXEC))).isEmpty();

        assertThat(cluster.requests()).hasSize(2);
        JsonObject first = JsonParser.parseString(String.valueOf(
                        Objects.requireNonNull(cluster.requests().get(0).getBody())
                                .utf8()))
                .getAsJsonObject();
        assertThat(first).isEqualTo(JsonParser.parseString("""
                        {"apiVersion": "authorization.k8s.io/v1", "kind": "SelfSubjectAccessReview",
                         "spec": {"resourceAttributes": {"namespace": "shop", "verb": "get", "group": "",
                                                         "resource": "pods", "subresource": "exec"}}}
                        """));
    }

    @Test
    void everywhereIsTheEmptyNamespace() throws Exception {
        cluster.intercept(FakeRights.allBut("list jobs"));

        assertThat(reviews.missing(Collections.singletonList(null), List.of(JOBS)))
                .containsExactly(new MissingRule(null, JOBS));
        assertThat(GsonFields.text(
                        JsonParser.parseString(Objects.requireNonNull(
                                                cluster.requests().get(0).getBody())
                                        .utf8())
                                .getAsJsonObject(),
                        "spec",
                        "resourceAttributes",
                        "namespace"))
                .isEmpty();
    }

    @Test
    void anAnswerThatDoesNotSayIsNoRefusal() throws Exception {
        cluster.intercept(request ->
                new MockResponse.Builder().code(201).body("{\"status\":{}}").build());

        assertThat(reviews.missing(List.of("shop"), List.of(JOBS))).isEmpty();
    }

    @Test
    void aClusterThatDoesNotSayRefuses() {
        cluster.intercept(request -> FakeCluster.status(403, "no reviews here"));

        assertThatThrownBy(() -> reviews.missing(List.of("shop"), List.of(JOBS)))
                .isInstanceOf(RefusedException.class)
                .hasMessage("HTTP 403: no reviews here");
    }
}
