package dev.seep.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent serves, over HTTP. */
class AgentTest {
    private static final String ID = "74b39ea9592e0cd13be8fffb30d349be5ec13325622b2a2f2e13783e85cae86b";

    @TempDir
    private Path folder;

    @Test
    void answersQuestionsAboutContainersLineByLine() throws Exception {
        FakeHost host = new FakeHost(folder, true);
        host.inContainer(100, ID, 4);
        try (Agent agent = agent(folder)) {
            String asked = get(agent, "/v1/look?ask=fds,threads:" + ID.substring(0, 12) + "," + "0".repeat(12))
                    .body();

            assertThat(asked).isEqualTo("""
                    {"format":"seep.look/1"}
                    {"id":"74b39ea9592e","v":{"fds.limit_share":0.00390625,"fds.open":4,"threads":3},"gap":{}}
                    {"id":"000000000000","v":{},"gap":{"*":"target-gone"}}
                    {"end":2}
                    """);
            assertThat(agent.containers()).isEqualTo(1);
        }
    }

    @Test
    void servesPrometheusWithTheNamesThatTheKubeletGave() throws Exception {
        FakeHost host = new FakeHost(folder, true);
        host.inContainer(100, ID, 4);
        host.inContainer(200, "0".repeat(64), 4);
        host.write("var/log/containers/web-1_shop_app-" + ID + ".log", "");
        host.write("var/log/containers/gone_shop_app-" + "f".repeat(64) + ".log", "");
        host.write("var/log/containers/other.log", "");
        try (Agent agent = agent(folder)) {
            String page = get(agent, "/metrics").body();

            assertThat(page)
                    .contains("seep_fds_open{namespace=\"shop\",pod=\"web-1\",container=\"app\",workload=\"pod/web-1\","
                            + "node=\"node-1\"} 4\n")
                    .contains(
                            "seep_tcp_sockets{namespace=\"shop\",pod=\"web-1\",workload=\"pod/web-1\",node=\"node-1\","
                                    + "state=\"close_wait\"} 0\n")
                    .doesNotContain("gone")
                    .doesNotContain("000000");
        }
    }

    @Test
    void saysWhatIsWrongWithAQuestion() throws Exception {
        new FakeHost(folder, true);
        try (Agent agent = agent(folder)) {
            assertThat(get(agent, "/v1/look?ask=mem").statusCode()).isEqualTo(400);
            assertThat(get(agent, "/v1/look?ask=mem").body()).contains("unknown probe 'mem'");
            assertThat(get(agent, "/v1/look/etc").statusCode()).isEqualTo(404);
            assertThat(get(agent, "/healthz").body()).isEqualTo("ok\n");
        }
    }

    @Test
    void isNotWellWhereItSeesNothing() throws Exception {
        try (Agent agent = agent(folder.resolve("nowhere"))) {
            assertThat(get(agent, "/healthz").statusCode()).isEqualTo(503);
            assertThat(get(agent, "/v1/look").statusCode()).isEqualTo(500);
        }
    }

    @Test
    void readsThisMachine() throws Exception {
        try (Agent agent = agent(Path.of("/"))) {
            HttpResponse<String> answer = get(agent, "/v1/look");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .startsWith("{\"format\":\"seep.look/1\"}\n")
                    .endsWith("}\n");
            assertThat(agent.containers()).isNotNegative();
        }
    }

    private static Agent agent(Path root) throws IOException {
        return new Agent(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new Agent.Host(root.resolve("proc"), root.resolve("sys/fs/cgroup"), root.resolve("var/log/containers")),
                "node-1",
                Clock.systemUTC());
    }

    private static HttpResponse<String> get(Agent agent, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(agent.url() + path)).build(), BodyHandlers.ofString());
    }
}
