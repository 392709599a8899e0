package dev.seep.bench;

import dev.seep.probe.ProbeSet;
import dev.seep.probe.Reading;
import dev.seep.sample.Target;
import dev.seep.source.LiveTarget;
import dev.seep.source.SourceException;
import dev.seep.source.TargetListener;
import dev.seep.source.kubernetes.KubernetesSource;
import dev.seep.source.kubernetes.api.KubernetesConnection;
import dev.seep.source.kubernetes.pods.KubernetesSelection;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares the ways to poll real containers, in turns, in one run. */
@Command(
        name = "real",
        description = "Polls containers of the cluster of KUBECONFIG: two one-shot execs as the usual exporter does, "
                + "seep's kept sessions, seep's one-shot mode, and with --agents seep's node agents, in turns. Needs "
                + "kubectl and an image with busybox.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RealBench implements Callable<Integer> {
    private static final String IDLE = "exec sleep 1000000";
    private static final String NOISY = ": the machine does other things, do not trust its CPU";

    @Option(names = "--containers", defaultValue = "40", description = "Idle ones. Default: ${DEFAULT-VALUE}.")
    int containers;

    @Option(names = "--rounds", defaultValue = "30", description = "Of kept sessions. Default: ${DEFAULT-VALUE}.")
    int rounds;

    @Option(names = "--cycles", defaultValue = "5", description = "Turns of all ways. Default: ${DEFAULT-VALUE}.")
    int cycles;

    @Option(names = "--namespace", defaultValue = "seep-bench", description = "Default: ${DEFAULT-VALUE}.")
    String namespace = "";

    @Option(names = "--image", defaultValue = "docker.io/local/busybox:1", description = "Default: ${DEFAULT-VALUE}.")
    String image = "";

    @Option(names = "--pull", defaultValue = "Never", description = "imagePullPolicy. Default: ${DEFAULT-VALUE}.")
    String pull = "";

    @Option(names = "--agents", paramLabel = "NS", description = "Also through the agents that run in this namespace.")
    @Nullable
    String agents;

    @Option(names = "--idle-only", description = "Without the containers of many processes and of many sockets.")
    boolean idleOnly;

    private final PrintStream out;
    private final ProbeSet probes = ProbeSet.all();
    private final Map<String, LiveTarget> seen = new ConcurrentHashMap<>();

    RealBench(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        try (BenchNamespace cluster = new BenchNamespace(namespace, image, pull)) {
            start(cluster);
            Map<String, LiveTarget> found = new ConcurrentHashMap<>();
            try (KubernetesSource source = source();
                    KubernetesSource throughAgents = source()) {
                source.start(collecting(found));
                if (agents != null) {
                    throughAgents.throughAgents(agents).start(collecting(seen));
                }
                List<LiveTarget> idle = named(found, "idle-");
                measure(idle.size() + " idle containers", idle);
                if (!idleOnly) {
                    measure("a container with " + BusyPods.PROCESSES + " processes", named(found, "processes"));
                    exactProcesses(cluster, named(found, "processes").get(0));
                    measure("a container with 2,000 sockets in its pod", named(found, "sockets"));
                    exactSockets(cluster, named(found, "sockets").get(0));
                }
            }
        }
        return 0;
    }

    private KubernetesSource source() throws SourceException {
        return KubernetesSource.connect(
                new KubernetesConnection(null, null, System.getenv()), KubernetesSelection.of(namespace));
    }

    private void start(BenchNamespace cluster) throws Exception {
        for (int i = 0; i < containers; i++) {
            cluster.start("idle-" + i, "idle", IDLE);
        }
        if (!idleOnly) {
            cluster.start("processes", "processes", BusyPods.processes());
            cluster.start("sockets", "sockets", IDLE, BusyPods.sockets());
        }
        cluster.awaitReady();
        if (!idleOnly) {
            BusyPods.awaitQuiet(cluster, "sockets");
        }
    }

    private void measure(String title, List<LiveTarget> targets) throws Exception {
        boolean many = targets.size() > 1;
        Map<String, PollingMethod> ways = new LinkedHashMap<>();
        PollingMethod.Kept kept = new PollingMethod.Kept(probes);
        ways.put("pair of one-shot execs, serial", new PollingMethod.Pair(1));
        if (many) {
            ways.put("pair of one-shot execs, 16 in parallel", new PollingMethod.Pair(16));
        }
        ways.put("seep, one-shot" + (many ? ", 16 in parallel" : ""), new PollingMethod.Once(probes, 16));
        ways.put("seep, kept sessions", kept);
        if (agents != null) {
            ways.put("seep, node agents", new PollingMethod.Agents(probes, seen));
        }
        long before = System.nanoTime();
        kept.open(targets);
        out.println();
        out.println(Figures.text(
                "%s (%d sessions opened in %.0f ms)", title, targets.size(), (System.nanoTime() - before) / 1e6));
        Map<String, List<Stretch>> stretches = new LinkedHashMap<>();
        ways.forEach((name, way) -> way.round(targets));
        for (int i = 0; i < cycles; i++) {
            for (Map.Entry<String, PollingMethod> way : ways.entrySet()) {
                boolean quick =
                        way.getValue() instanceof PollingMethod.Kept || way.getValue() instanceof PollingMethod.Agents;
                int least = quick ? rounds : 1;
                stretches
                        .computeIfAbsent(way.getKey(), name -> new ArrayList<>())
                        .add(Stretch.of(way.getValue(), targets, least));
            }
        }
        kept.close();
        print(stretches);
    }

    private void print(Map<String, List<Stretch>> stretches) {
        out.println(Figures.text(
                "%-40s %9s %8s  %19s %8s  %19s %8s",
                "", "round, ms", "", "machine CPU ms/poll", "", "cluster CPU ms/poll", ""));
        double[] pair = new double[3];
        for (Map.Entry<String, List<Stretch>> way : stretches.entrySet()) {
            double[] now = {
                median(way.getValue(), Stretch::roundMillis),
                median(way.getValue(), Stretch::machineMillis),
                median(way.getValue(), Stretch::clusterMillis)
            };
            pair = pair[0] == 0 ? now : pair;
            out.println(Figures.text(
                    "%-40s %9.1f %8s  %19.2f %8s  %19.2f %8s",
                    way.getKey(),
                    now[0],
                    ratio(pair[0], now[0]),
                    now[1],
                    ratio(pair[1], now[1]),
                    now[2],
                    ratio(pair[2], now[2])));
        }
        List<Stretch> all = stretches.values().stream().flatMap(List::stream).toList();
        double load = median(all, Stretch::otherLoad);
        out.println(Figures.text("busy in idle stretches: %.2f cores%s", load, load > 0.3 ? NOISY : ""));
    }

    private static double median(List<Stretch> stretches, ToDoubleFunction<Stretch> figure) {
        return Figures.median(stretches.stream().mapToDouble(figure).toArray());
    }

    private static String ratio(double pair, double now) {
        return Figures.text("1/%.1f", pair / now);
    }

    private void exactProcesses(BenchNamespace cluster, LiveTarget target) throws Exception {
        // The shell of the listing is one of them.
        int byHand = cluster.byHand("processes", "set -- /proc/[0-9]*; echo $#")
                        .trim()
                        .transform(Integer::parseInt)
                - 1;
        exact("processes", Map.of("processes", (double) byHand), readings(target));
    }

    private void exactSockets(BenchNamespace cluster, LiveTarget target) throws Exception {
        Map<String, Double> byHand = BusyPods.socketsByHand(cluster, "sockets");
        List<Reading> readings = readings(target);
        if (!byHand.equals(BusyPods.socketsByHand(cluster, "sockets"))) {
            out.println("sockets changed during the comparison");
        }
        exact("sockets", byHand, readings);
    }

    /** What one-shot mode and a kept session read, the first time and the second time. */
    private List<Reading> readings(LiveTarget target) {
        Reading once = new PollingMethod.Once(probes, 1).poll(target).join();
        PollingMethod.Kept kept = new PollingMethod.Kept(probes);
        kept.open(List.of(target));
        List<Reading> readings =
                List.of(once, kept.poll(target).join(), kept.poll(target).join());
        kept.close();
        return readings;
    }

    private void exact(String what, Map<String, Double> byHand, List<Reading> readings) {
        boolean same = readings.stream().allMatch(reading -> byHand.entrySet().stream()
                .allMatch(entry -> entry.getValue().equals(reading.values().get(entry.getKey()))));
        out.println(what + " by hand " + new TreeMap<>(byHand) + (same ? ": exactly what seep reads" : ""));
        if (!same) {
            readings.forEach(reading -> out.println("  seep read " + new TreeMap<>(reading.values())));
        }
    }

    private static List<LiveTarget> named(Map<String, LiveTarget> found, String prefix) {
        return found.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static TargetListener collecting(Map<String, LiveTarget> found) {
        return new TargetListener() {
            @Override
            public void appeared(LiveTarget live) {
                if (live.target().kind() == Target.Kind.CONTAINER
                        && "app".equals(live.target().container())) {
                    found.put(live.target().name(), live);
                }
            }

            @Override
            public void vanished(Target target, Map<String, String> detail) {}

            @Override
            public void troubled(String message) {}
        };
    }
}
