package dev.seep.source.kubernetes.standin;

import dev.seep.sample.GapReason;
import dev.seep.sample.Threads;
import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.ExecResult.Seen;
import dev.seep.source.ExecResult.TimedOut;
import dev.seep.source.LiveTarget;
import dev.seep.source.Shell;
import dev.seep.source.exec.ExecTarget;
import dev.seep.source.exec.Messages;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.api.Parameter;
import dev.seep.source.kubernetes.api.RefusedException;
import dev.seep.source.kubernetes.pods.ShellDecorator;
import dev.seep.source.kubernetes.standin.NodeMetrics.Figures;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import okhttp3.Response;

/**
 * Metrics of the kubelets, for containers in which nothing can be run. A page holds the figures of all containers of a
 * node; the kubelet itself reads them each 10 to 20 s, so that a page is good for as long.
 */
public final class KubeletMetrics implements ShellDecorator {
    private static final String WORD = "kubelet";
    private static final Set<String> KNOWN = Set.of("memory", "fds", "processes", "threads", "disk");
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(12);
    /** A node that is gone holds up to two of them until the API server gives up. */
    private static final int THREADS = 8;

    private final Cluster cluster;
    private final LongSupplier nanos;
    private final Executor workers = Threads.pool(THREADS, "seep-kube-figures");
    private final Map<String, Fetched> pages = new ConcurrentHashMap<>();

    /** One that is on its way is not asked for again, however long it takes. */
    private record Fetched(CompletableFuture<Page> page) {
        boolean isGood(long now) {
            return !page.isDone()
                    || (!page.isCompletedExceptionally() && now - page.join().read() < FRESH_NANOS);
        }
    }

    private record Page(NodeMetrics figures, long read) {}

    /** @param nanos a clock that only goes forward */
    public KubeletMetrics(Cluster cluster, LongSupplier nanos) {
        this.cluster = cluster;
        this.nanos = nanos;
    }

    @Override
    public LiveTarget decorate(LiveTarget live, String container) {
        ExecTarget target = ShellDecorator.execTarget(live.target());
        Shell shell = new KubeletShell(
                live.shell(), this, target, live.node(), live.life().start());
        return new LiveTarget(live.target(), live.life(), live.node(), shell);
    }

    /** @param since start of this life of the container: older figures are of the one before */
    CompletionStage<ExecResult> observe(
            ExecTarget target, String node, Instant since, List<String> probes, Duration deadline) {
        if (probes.stream().noneMatch(KNOWN::contains)) {
            return CompletableFuture.completedFuture(new Failed(GapReason.NO_SHELL, ""));
        }
        String path = probes.equals(List.of("disk")) ? "stats/summary" : "metrics/cadvisor";
        return page(node, path)
                .thenApply(page -> seen(page, target, node, since, probes))
                .exceptionally(failure -> failed(target, node, failure))
                .completeOnTimeout(new TimedOut("", ""), deadline.toMillis(), TimeUnit.MILLISECONDS);
    }

    private CompletableFuture<NodeMetrics> page(String node, String path) {
        long now = nanos.getAsLong();
        return pages.compute(
                        node + "/" + path,
                        (key, last) -> last != null && last.isGood(now) ? last : new Fetched(fetch(node, path)))
                .page()
                .thenApply(Page::figures);
    }

    private CompletableFuture<Page> fetch(String node, String path) {
        CompletableFuture<Page> page = new CompletableFuture<>();
        workers.execute(() -> {
            try (Response response = cluster.get("/api/v1/nodes/" + node + "/proxy/" + path, List.<Parameter>of())) {
                NodeMetrics figures = path.startsWith("stats")
                        ? KubeletSummary.read(response.body().charStream())
                        : NodeMetrics.read(response.body().source());
                page.complete(new Page(figures, nanos.getAsLong()));
            } catch (IOException | RefusedException | RuntimeException e) {
                page.completeExceptionally(e);
            }
        });
        return page;
    }

    private static ExecResult seen(
            NodeMetrics page, ExecTarget target, String node, Instant since, List<String> probes) {
        Figures figures = page.of(target);
        if (figures == null || figures.time().isBefore(since)) {
            return new Failed(
                    GapReason.ABSENT, "the kubelet of " + node + " has no figures of " + name(target) + " yet");
        }
        Map<String, Double> values = new HashMap<>(figures.values());
        values.keySet().removeIf(metric -> !probes.contains(metric.split("\\.", 2)[0]));
        Map<String, GapReason> gaps = new HashMap<>();
        for (String probe : probes) {
            if (values.keySet().stream().noneMatch(metric -> metric.split("\\.", 2)[0].equals(probe))) {
                gaps.put(probe, GapReason.NO_SHELL);
            }
        }
        return new Seen(figures.time(), WORD, values, gaps);
    }

    private static ExecResult failed(ExecTarget target, String node, Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String what = "the kubelet's figures of " + name(target);
        if (cause instanceof RefusedException refused) {
            return refused.refusal().code() == 403
                    ? new Failed(
                            GapReason.NO_SHELL,
                            "allow the verb get on nodes/proxy, and " + what
                                    + " stand in; or start node agents, see seep manifest agent --help")
                    : new Failed(
                            GapReason.UNREACHABLE,
                            what + " were refused by node " + node + " with " + refused.refusal(),
                            refused.refusal().retryAfter());
        }
        return cause instanceof InterruptedIOException
                ? new Failed(GapReason.TIMEOUT, what + " did not come in time from node " + node)
                : new Failed(GapReason.UNREACHABLE, what + " cannot be read: " + Messages.line(cause));
    }

    private static String name(ExecTarget target) {
        return target.namespace() + "/" + target.pod() + "/" + target.container();
    }
}
