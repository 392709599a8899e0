package dev.seep.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Abnormality;
import dev.seep.sample.BadDirection;
import dev.seep.sample.Event;
import dev.seep.sample.GapReason;
import dev.seep.sample.Limit;
import dev.seep.sample.Metric;
import dev.seep.sample.Observation;
import dev.seep.sample.PollCounts;
import dev.seep.sample.Target;
import dev.seep.sample.Unit;
import dev.seep.verdict.policy.Policy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader gets over HTTP. */
class ExporterTest {
    private static final Instant START = Instant.parse("2026-11-22T21:00:00Z");
    private static final List<Metric> METRICS = List.of(
            new Metric("memory.anon", Unit.BYTES, BadDirection.UP, new Limit.Reported("memory.limit")),
            Metric.unlimited("memory.limit", Unit.BYTES, BadDirection.NEITHER),
            Metric.unlimited("fds.open", Unit.COUNT, BadDirection.UP),
            Metric.unlimited("sockets.tcp.listen", Unit.COUNT, BadDirection.UP),
            Metric.unlimited("sockets.tcp.close_wait", Unit.COUNT, BadDirection.UP));

    private final PollCounts pollCounts = new PollCounts();
    private final MetricsState metricsState = new MetricsState(METRICS, START, Duration.ofDays(1));
    private final HttpClient client = HttpClient.newHttpClient();
    private Exporter exporter;

    @BeforeEach
    void listen() throws IOException {
        exporter = new Exporter(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                metricsState,
                pollCounts,
                Policy.DEFAULT,
                Clock.fixed(START.plusSeconds(7200), ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        exporter.close();
    }

    @Test
    void everyContainerOfAPodHasItsOwnSeries() throws Exception {
        appear(container("web-1", "app"));
        appear(container("web-1", "sidecar"));
        observe(container("web-1", "app"), 0, Map.of("memory.anon", 1e6, "fds.open", 11.0));
        observe(container("web-1", "sidecar"), 0, Map.of("memory.anon", 2e6));

        assertThat(metrics())
                .contains(
                        "seep_memory_anon_bytes{namespace=\"shop\",pod=\"web-1\",container=\"app\","
                                + "workload=\"deployment/web\",node=\"n1\"} 1000000",
                        "seep_memory_anon_bytes{namespace=\"shop\",pod=\"web-1\",container=\"sidecar\","
                                + "workload=\"deployment/web\",node=\"n1\"} 2000000")
                .filteredOn(line -> line.startsWith("seep_fds_open{"))
                .hasSize(1);
    }

    @Test
    void abnormalEventsAreCountedByNamespaceAndReason() throws Exception {
        assertThat(metrics()).noneMatch(line -> line.contains("abnormal"));
        abnormal("shop", "pod/a", "BackOff", 3);
        abnormal("shop", "pod/b", "BackOff", 1);
        abnormal("", "node/n", "Not\"Ready", 1);

        assertThat(metrics())
                .contains(
                        "# TYPE seep_abnormal_events_total counter",
                        "seep_abnormal_events_total{namespace=\"shop\",reason=\"BackOff\"} 4",
                        "seep_abnormal_events_total{namespace=\"\",reason=\"Not\\\"Ready\"} 1");

        for (int i = 0; i < 2000; i++) {
            abnormal("shop", "pod/a", "Reason" + i, 1);
        }
        assertThat(metrics())
                .contains("seep_abnormal_events_total{namespace=\"\",reason=\"others\"} 1002")
                .filteredOn(line -> line.startsWith("seep_abnormal"))
                .hasSize(1001);
    }

    private void abnormal(String namespace, String object, String reason, long count) {
        Abnormality what = new Abnormality(namespace, object, reason, "it is so", count);
        metricsState.happened(new Event(START, Event.Type.ABNORMAL, null, null, what.detail()));
    }

    @Test
    void whatCouldNotBeReadIsAbsentAndNotZero() throws Exception {
        Target app = container("web-1", "app");
        appear(app);
        observe(app, 0, Map.of("memory.anon", 1e6, "fds.open", 11.0));
        see(new Observation(START.plusSeconds(30), app, "a", Map.of("fds.open", 12.0), gap("memory"), 1));

        assertThat(metrics())
                .noneMatch(line -> line.startsWith("seep_memory_anon_bytes{"))
                .anyMatch(line -> line.startsWith("seep_fds_open{") && line.endsWith(" 12"));

        see(new Observation(START.plusSeconds(60), app, "a", Map.of(), gap("*"), 1));

        assertThat(metrics())
                .noneMatch(line -> line.startsWith("seep_fds_open{"))
                .contains("seep_gaps_total{reason=\"timeout\"} 2", "seep_polls_total 3");
    }

    @Test
    void whatIsAskedMoreRarelyStaysBetweenItsPolls() throws Exception {
        Target app = container("web-1", "app");
        appear(app);
        observe(app, 0, Map.of("memory.anon", 1e6, "fds.open", 11.0));
        observe(app, 30, Map.of("fds.open", 12.0));

        assertThat(metrics()).anyMatch(line -> line.startsWith("seep_memory_anon_bytes{") && line.endsWith(" 1000000"));
    }

    @Test
    void socketsAreOneFamilyByState() throws Exception {
        Target pod = Target.pod("shop", "web-1", "deployment/web");
        appear(pod);
        observe(pod, 0, Map.of("sockets.tcp.listen", 1.0, "sockets.tcp.close_wait", 7.0));

        assertThat(metrics())
                .contains("seep_tcp_sockets{namespace=\"shop\",pod=\"web-1\",workload=\"deployment/web\",node=\"n1\","
                        + "state=\"close_wait\"} 7")
                .filteredOn("# TYPE seep_tcp_sockets gauge"::equals)
                .hasSize(1);
    }

    @Test
    void podsThatComeAndGoLeaveNothingBehind() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            Target app = container("web-" + i, "app");
            appear(app);
            observe(app, i, Map.of("memory.anon", 1e6 + i, "fds.open", 11.0));
            metricsState.happened(new Event(START.plusSeconds(i), Event.Type.VANISHED, app, "a", Map.of()));
            observe(app, i + 1, Map.of("memory.anon", 1e6));
        }
        exporter.judge();

        assertThat(metrics()).noneMatch(line -> line.contains("namespace="));
        assertThat(metricsState.present()).isEmpty();
    }

    @Test
    void aLeakIsAStateWithItsSlopeAndTheTimeToItsLimit() throws Exception {
        Target leaky = container("leaky-1", "app");
        Target still = container("still-1", "app");
        Target known = Target.container("shop", "still-1", "app", "deployment/still");
        appear(leaky);
        appear(known);
        assertThat(still.path()).isEqualTo(known.path());
        for (int i = 0; i < 240; i++) {
            double wobble = 1e5 * ((i * 7919) % 13);
            observe(leaky, 30 * i, Map.of("memory.anon", 1e8 + 1e6 * i + wobble, "memory.limit", 1e9));
            observe(known, 30 * i, Map.of("memory.anon", 1e8));
        }
        exporter.judge();

        List<String> page = metrics();
        String labels = "{namespace=\"shop\",container=\"app\",workload=\"deployment/web\",metric=\"memory.anon\"";
        assertThat(page)
                .contains(
                        "seep_finding" + labels + ",seep_finding=\"leak\"} 1",
                        "seep_finding" + labels + ",seep_finding=\"pass\"} 0",
                        "seep_finding" + labels.replace("/web", "/still") + ",seep_finding=\"pass\"} 1");
        assertThat(page)
                .filteredOn(line -> line.startsWith("seep_leak{"))
                .singleElement()
                .satisfies(leak -> assertThat(leak)
                        .startsWith("seep_leak" + labels + ",id=")
                        .endsWith("} 1"));
        assertThat(value(page, "seep_trend_slope_per_hour" + labels + "}")).isBetween(1.1e8, 1.3e8);
        assertThat(value(page, "seep_trend_slope_lower_per_hour" + labels + "}"))
                .isBetween(1e8, 1.2e8);
        assertThat(value(page, "seep_trend_slope_upper_per_hour" + labels + "}"))
                .isBetween(1.2e8, 1.4e8);
        assertThat(value(page, "seep_trend_time_to_limit_seconds" + labels + "}"))
                .isBetween(18_000.0, 22_000.0);
    }

    @Test
    void whatTheExamplesReadIsServed() throws Exception {
        Pattern name = Pattern.compile("\\bseep_\\w+");
        String page = String.join("\n", metrics());
        for (String example : List.of("alerts.yaml", "alerts.test.yaml", "dashboard.json")) {
            String text = Files.readString(Path.of("../examples/prometheus", example));
            assertThat(name.matcher(text).results().map(MatchResult::group))
                    .isNotEmpty()
                    .allSatisfy(metric -> assertThat(page).containsPattern("\\b" + metric + "\\b"));
        }
    }

    @Test
    void trendsGoOnWithWhatWasRecordedAndShowNothingOfIt() throws Exception {
        Target leaky = container("leaky-1", "app");
        Target gone = container("gone-1", "app");
        for (int i = 0; i < 240; i++) {
            metricsState.recall(observation(leaky, 30 * i, Map.of("memory.anon", 1e8 + 1e6 * i)));
            metricsState.recall(observation(gone, 30 * i, Map.of("memory.anon", 1e8 + 1e6 * i)));
        }
        assertThat(metrics()).noneMatch(line -> line.startsWith("seep_memory_anon_bytes{"));

        appear(leaky);
        metricsState.forgetAbsent();
        exporter.judge();

        assertThat(metrics())
                .anyMatch(line -> line.endsWith("seep_finding=\"leak\"} 1"))
                .noneMatch(line -> line.contains("gone-1"));
    }

    @Test
    void speaksOpenMetricsAndGzipToWhoAsks() throws Exception {
        appear(container("web-1", "app"));
        observe(container("web-1", "app"), 0, Map.of("memory.anon", 1e6));
        HttpResponse<byte[]> packed = client.send(
                request("/metrics")
                        .header("Accept", "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5")
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(packed.headers().firstValue("Content-Type"))
                .hasValue("application/openmetrics-text; version=1.0.0; charset=utf-8");
        String text = new String(
                new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text)
                .contains("# TYPE seep_polls counter\n", "\nseep_polls_total 1\n")
                .contains("# UNIT seep_memory_anon_bytes bytes\n")
                .contains("# TYPE seep_finding stateset\n")
                .endsWith("\n# EOF\n");
        assertThat(metrics()).contains("# TYPE seep_polls_total counter").doesNotContain("# EOF");
    }

    @Test
    void readersThatStallOrVanishHoldUpNobody() throws Exception {
        int port = URI.create(exporter.url()).getPort();
        List<Socket> rude = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.getOutputStream().write("GET /met".getBytes(StandardCharsets.US_ASCII));
            rude.add(socket);
        }
        for (int i = 0; i < 20; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream()
                        .write("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
        Target app = container("web-1", "app");
        appear(app);
        observe(app, 0, Map.of("memory.anon", 1e6));

        assertThat(metricsState.present()).hasSize(1);
        for (Socket socket : rude) {
            socket.close();
        }
        assertThat(metrics()).contains("seep_polls_total 1");
    }

    @Test
    void tellsWhetherPollingGoesOn() throws Exception {
        assertThat(get("/healthz").statusCode()).isEqualTo(200);

        exporter.follow(() -> new SessionHealth(START.plusSeconds(7100), 3, 3, 100, 0));

        assertThat(get("/healthz").statusCode()).isEqualTo(503);
        assertThat(get("/healthz").body()).isEqualTo("polling stands still for 100 s\n");
    }

    @Test
    void answersNothingElse() throws Exception {
        assertThat(get("/metricsandmore").statusCode()).isEqualTo(404);
        HttpResponse<String> posted = client.send(
                request("/metrics").POST(HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(posted.statusCode()).isEqualTo(405);
    }

    private static Target container(String pod, String container) {
        return Target.container("shop", pod, container, "deployment/web");
    }

    private void appear(Target target) {
        metricsState.happened(new Event(START, Event.Type.APPEARED, target, "a", Map.of("node", "n1")));
    }

    private static Observation observation(Target target, int second, Map<String, Double> values) {
        return new Observation(START.plusSeconds(second), target, "a", values, Map.of(), 2);
    }

    private void observe(Target target, int second, Map<String, Double> values) {
        see(observation(target, second, values));
    }

    private void see(Observation observation) {
        pollCounts.add(observation);
        metricsState.observe(observation);
    }

    private static Map<String, GapReason> gap(String key) {
        return Map.of(key, GapReason.TIMEOUT);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(exporter.url() + path)).timeout(Duration.ofMinutes(3));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private List<String> metrics() throws Exception {
        return get("/metrics").body().lines().toList();
    }

    private static double value(List<String> page, String series) {
        return page.stream()
                .filter(line -> line.startsWith(series))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }
}
