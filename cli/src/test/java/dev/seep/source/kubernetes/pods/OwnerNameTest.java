package dev.seep.source.kubernetes.pods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerNameTest {
    @ParameterizedTest
    @CsvSource({
        "deployment/web, deployment/web",
        "deployments/web, deployment/web",
        "deploy/web, deployment/web",
        "sts/db-0.1, statefulset/db-0.1",
        "cj/nightly, cronjob/nightly",
        "po/a, pod/a",
    })
    void kindsAreCalledAsInKubectl(String text, String understood) throws Exception {
        assertThat(OwnerName.parse(text)).hasToString(understood);
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "deployment/", "a/b/c", "deployment/Web", "deployment/web-", "deployment/we b"})
    void whatIsNoNameIsAnError(String text) {
        assertThatThrownBy(() -> OwnerName.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is not kind/name, such as deployment/web");
    }

    @Test
    void anUnknownKindIsAnErrorThatNamesTheKnownOnes() {
        assertThatThrownBy(() -> OwnerName.parse("service/web"))
                .hasMessage("unknown kind 'service' in 'service/web'; known are deployment, statefulset, daemonset, "
                        + "replicaset, job, cronjob, pod");
    }

    @Test
    void cronJobsAreLookedForInTwoPlaces() {
        assertThat(OwnerKind.CRONJOB.paths("shop", "nightly"))
                .containsExactly(
                        "/apis/batch/v1/namespaces/shop/cronjobs/nightly",
                        "/apis/batch/v1beta1/namespaces/shop/cronjobs/nightly");
        assertThat(OwnerKind.POD.paths("shop", "web")).containsExactly("/api/v1/namespaces/shop/pods/web");
    }
}
