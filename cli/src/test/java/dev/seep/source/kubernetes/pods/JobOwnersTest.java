package dev.seep.source.kubernetes.pods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.source.kubernetes.api.ClusterDirectory;
import dev.seep.source.kubernetes.api.KubernetesConnection;
import dev.seep.testing.FakeCluster;
import java.nio.file.Path;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobOwnersTest {
    private final FakeCluster cluster = FakeCluster.start();

    @SuppressWarnings("NullAway.Init")
    private JobOwners jobs;

    @BeforeEach
    void connect(@TempDir Path folder) throws Exception {
        jobs = new JobOwners(
                ClusterDirectory.find(new KubernetesConnection(cluster.kubeconfig(folder), null, Map.of())));
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void theServerSaysWhichCronJobMadeAJob() {
        answer("{'metadata':{'name':'odd','ownerReferences':[{'kind':'CronJob','name':'nightly','controller':true}]}}");

        assertThat(jobs.top("shop", "odd")).isEqualTo("cronjob/nightly");
        assertThat(cluster.requests())
                .extracting(request -> request.getUrl().encodedPath())
                .containsExactly("/apis/batch/v1/namespaces/shop/jobs/odd");
    }

    @Test
    void aJobThatNobodyMadeIsItsOwnTopWhateverItIsCalled() {
        answer("{'metadata':{'name':'import-28391040'}}");

        assertThat(jobs.top("shop", "import-28391040")).isEqualTo("job/import-28391040");
    }

    @Test
    void eachJobIsAskedForOnceAlsoWhereTheServerDoesNotSay() {
        jobs.top("shop", "import");
        jobs.top("shop", "import");
        jobs.top("pay", "import");

        assertThat(cluster.requests()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "nightly-28391040, cronjob/nightly", // minutes since 1970
        "nightly-1604361600, cronjob/nightly", // seconds, before Kubernetes 1.21
        "a-b-28391040, cronjob/a-b",
        "nightly-2839104, job/nightly-2839104",
        "28391040, job/28391040",
        "import, job/import",
    })
    void whereItMayNotAskTheNameTellsIt(String job, String top) {
        cluster.intercept(request -> FakeCluster.status(403, "jobs is forbidden"));

        assertThat(jobs.top("shop", job)).isEqualTo(top);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "", "{}", "[]"})
    void anAnswerThatIsNoJobIsNone(String text) {
        answer(text);

        assertThat(jobs.top("shop", "nightly-28391040")).isEqualTo("cronjob/nightly");
    }

    private void answer(String json) {
        cluster.intercept(request ->
                new MockResponse.Builder().body(json.replace('\'', '"')).build());
    }
}
