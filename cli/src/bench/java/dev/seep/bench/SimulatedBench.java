package dev.seep.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs seep as a process of its own against a simulated cluster in another process, and reports how it did. */
@Command(
        name = "simulated",
        description = "Polls thousands of simulated containers with 'seep run', which is a process of its own.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class SimulatedBench implements Callable<Integer> {
    private static final Pattern GAPS = Pattern.compile("\"gap\":\\{([^}]*)}");
    private static final long MEBIBYTE = 1 << 20;

    @Option(names = "--containers", defaultValue = "5000", description = "Default: ${DEFAULT-VALUE}.")
    int containers;

    @Option(names = "--every", defaultValue = "10", description = "Seconds between polls. Default: ${DEFAULT-VALUE}.")
    double every;

    @Option(names = "--minutes", defaultValue = "10", description = "Length. Default: ${DEFAULT-VALUE}.")
    double minutes;

    @Option(
            names = "--churn",
            defaultValue = "1",
            description = "Percentage of the pods that is replaced each minute. Default: ${DEFAULT-VALUE}.")
    double churn;

    @Option(
            names = "--delay",
            defaultValue = "3-15",
            description = "Milliseconds that a container takes for an answer. Default: ${DEFAULT-VALUE}.")
    String delay = "";

    @Option(
            names = "--ready",
            defaultValue = "60",
            description = "Punctuality counts from so many seconds after the start of seep. Default: ${DEFAULT-VALUE}.")
    double ready;

    @Option(names = "--folder", description = "For all files. Default: a temporary one, which is left behind.")
    @org.jspecify.annotations.Nullable
    Path folder;

    @Option(names = "--seep", description = "Command of seep.", defaultValue = "scripts/seep")
    String seep = "";

    @Option(names = "--with", description = "Another argument for 'seep run', such as --session=once.")
    List<String> with = new ArrayList<>();

    private final PrintStream out;

    /** What was measured of seep's process while it ran. */
    private record Watch(ProcessUse ready, ProcessUse last, double measuredSeconds, double totalSeconds) {}

    SimulatedBench(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        Path files = folder == null ? Files.createTempDirectory("bench-polling") : Files.createDirectories(folder);
        Process cluster = startCluster(files);
        try {
            long started = EventLog.now();
            Process run = startSeep(files);
            Watch watch;
            try {
                watch = watch(run, started);
            } finally {
                run.destroy();
            }
            ProcessUse server = ProcessUse.of(cluster.pid());
            cluster.getOutputStream().close();
            cluster.waitFor();
            report(files, started, watch, server);
        } finally {
            cluster.destroy();
        }
        return 0;
    }

    private Process startCluster(Path files) throws IOException {
        String[] millis = delay.split("-", -1);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx6g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeApiServer.class.getName(),
                        files.toString(),
                        Integer.toString(containers),
                        Double.toString(churn),
                        millis[0],
                        millis[millis.length - 1])
                .redirectError(files.resolve("cluster.log").toFile())
                .start();
        BufferedReader said = process.inputReader();
        String line = said.readLine();
        if (!FakeApiServer.READY.equals(line)) {
            throw new IOException("the simulated cluster did not start, see " + files.resolve("cluster.log"));
        }
        return process;
    }

    private Process startSeep(Path files) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                seep,
                "run",
                "--kubeconfig",
                files.resolve("kubeconfig").toString(),
                "-n",
                FakeApiServer.NAMESPACE,
                "--every",
                Math.round(every * 1000) + "ms",
                "--for",
                Math.round(minutes * 60) + "s",
                "--out",
                files.resolve("run").toString()));
        command.addAll(with);
        return new ProcessBuilder(command)
                .redirectOutput(files.resolve("seep.out").toFile())
                .redirectError(files.resolve("seep.err").toFile())
                .start();
    }

    /** Until polling has ended; the judging after it is not waited for longer than half a minute. */
    private Watch watch(Process run, long started) throws IOException, InterruptedException {
        ProcessUse atReady = null;
        ProcessUse last = ProcessUse.of(run.pid());
        double readySeconds = Math.min(ready, minutes * 60 / 2);
        double lastSeconds = 0;
        for (double now = 0; now < minutes * 60; now = (EventLog.now() - started) / 1e6) {
            if (run.waitFor(500, TimeUnit.MILLISECONDS)) {
                break;
            }
            last = ProcessUse.of(run.pid());
            lastSeconds = now;
            if (atReady == null && now >= readySeconds) {
                atReady = last;
                readySeconds = now;
            }
        }
        ProcessUse peak = last;
        for (int i = 0; i < 60 && run.isAlive(); i++) {
            try {
                ProcessUse now = ProcessUse.of(run.pid()); // tells nothing of one that has just ended
                peak = now.residentPeak() > peak.residentPeak() ? now : peak;
            } catch (IOException ended) {
                break;
            }
            var unused = run.waitFor(500, TimeUnit.MILLISECONDS);
        }
        out.println(Figures.text(
                "seep: exit code %s; resident at most %d MiB while polling, %d MiB while judging",
                run.isAlive() ? "none yet" : run.exitValue(),
                last.residentPeak() / MEBIBYTE,
                peak.residentPeak() / MEBIBYTE));
        return new Watch(atReady == null ? last : atReady, last, lastSeconds - readySeconds, lastSeconds);
    }

    private void report(Path files, long started, Watch watch, ProcessUse server) throws IOException {
        List<EventLog.Entry> ledger;
        try (var lines = Files.lines(files.resolve("ledger.csv"))) {
            ledger = lines.map(EventLog.Entry::parse).toList();
        }
        long until = started + (long) (minutes * 60e6);
        long from = started + (long) (Math.min(ready, minutes * 30) * 1e6);
        Punctuality beats = Punctuality.of(ledger, (long) (every * 1e6), from, until - (long) (every * 1e6) / 10);
        long open = Punctuality.allOpen(ledger, containers);
        out.println(Figures.text(
                "%d containers every %.1f s for %.1f min, %.1f %% replaced each minute, answers after %s ms",
                containers, every, minutes, churn, delay));
        out.println(
                open < 0
                        ? "all sessions open: never"
                        : Figures.text("all sessions open: after %.1f s", (open - started) / 1e6));
        out.println(Figures.text(
                "polls of living containers: %d expected, %d missed; %.3f %% within 1 s of their beat",
                beats.expected(), beats.missed(), beats.within(1000) * 100));
        out.println(Figures.text(
                "late, ms: median %.1f, 99 %% %.1f, 99.9 %% %.1f, most %.1f",
                beats.late(0.5), beats.late(0.99), beats.late(0.999), beats.late(1)));
        var rate = Punctuality.questionsPerSecond(ledger, from, until);
        out.println(Figures.text(
                "polls a second: %.0f on average, %d to %d", rate.getAverage(), rate.getMin(), rate.getMax()));
        out.println(Figures.text(
                "seep: %.3f cores (%.1f s of CPU until ready, %.1f in all), resident %d MiB at most, %d threads, %d "
                        + "descriptors",
                (watch.last().cpuSeconds() - watch.ready().cpuSeconds()) / watch.measuredSeconds(),
                watch.ready().cpuSeconds(),
                watch.last().cpuSeconds(),
                watch.last().residentPeak() / MEBIBYTE,
                watch.last().threads(),
                watch.last().descriptors()));
        out.println(Figures.text(
                "simulated cluster, not counted: %.2f cores, %d MiB",
                server.cpuSeconds() / watch.totalSeconds(), server.resident() / MEBIBYTE));
        samples(files.resolve("run").resolve("samples.jsonl"));
        out.println("files: " + files);
    }

    /** What seep itself wrote down. */
    private void samples(Path file) throws IOException {
        if (!Files.exists(file)) {
            out.println("no samples in " + file);
            return;
        }
        Map<String, Integer> gaps = new TreeMap<>();
        long count = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                count++;
                Matcher gap = GAPS.matcher(line);
                if (gap.find() && !gap.group(1).isEmpty()) {
                    gaps.merge(gap.group(1), 1, Integer::sum);
                }
            }
        }
        out.println(Figures.text(
                "samples: %d lines, %d MiB; gaps: %s",
                count, Files.size(file) / MEBIBYTE, gaps.isEmpty() ? "none" : gaps));
    }
}
