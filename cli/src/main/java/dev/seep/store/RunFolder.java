package dev.seep.store;

import com.fasterxml.jackson.core.JsonParser;
import dev.seep.sample.Event;
import dev.seep.sample.GapReason;
import dev.seep.sample.Observation;
import dev.seep.sample.ObservationSink;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A run folder that is being written to; {@link RunReader} tells the format.
 *
 * <p>Every line is with the operating system before {@link #observe} or {@link #happened} returns, so that a killed run
 * loses only the poll in flight, and every few seconds all goes to the disk. A write that fails throws a
 * {@link StoreException}, leaves the files ending with a whole line, and may be tried again. Whoever opens it closes it.
 */
public final class RunFolder implements ObservationSink, Closeable {
    private static final long SYNC_SECONDS = 5;

    private final Path path;
    private final RunPlan plan;
    private final FolderLock lock;
    private final ObservationLines lines;
    private final AppendFile samples;
    private final AppendFile events;
    private final ScheduledExecutorService syncing = Executors.newSingleThreadScheduledExecutor(RunFolder::daemon);

    private RunFolder(Path path, RunPlan plan, FolderLock lock) throws IOException {
        String sampleFile = "samples." + plan.format().word();
        this.path = path;
        this.plan = plan;
        this.lock = lock;
        this.lines = plan.format() == SampleFormat.CSV ? new CsvObservations(plan.metrics()) : new JsonObservations();
        LastLine.mend(
                path.resolve(sampleFile),
                plan.format() == SampleFormat.CSV ? line -> line.indexOf('\0') < 0 : RunFolder::isJson);
        LastLine.mend(path.resolve(RunReader.EVENTS), RunFolder::isJson);
        this.samples = new AppendFile(path, sampleFile);
        this.events = new AppendFile(path, RunReader.EVENTS);
        if (samples.isEmpty()) {
            samples.append(lines.header());
        }
        ScheduledFuture<?> unused =
                syncing.scheduleWithFixedDelay(this::sync, SYNC_SECONDS, SYNC_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Begins a run.
     *
     * @param path a folder that is empty or not there yet
     * @throws StoreException if it is neither, or cannot be written
     */
    public static RunFolder create(Path path, RunPlan plan) {
        try {
            Files.createDirectories(path);
            if (!isEmpty(path)) {
                throw new StoreException(
                        path + " exists and is not empty: choose another --out, or continue it with --resume " + path);
            }
            return open(path, plan, true);
        } catch (IOException e) {
            throw new StoreException("cannot write to " + path + ": " + Causes.of(e, path), e);
        }
    }

    /**
     * Opens a run again, without the half lines that a kill left.
     *
     * @throws StoreException if it is no run folder of this version, or somebody else writes to it
     */
    public static RunFolder resume(Path path) {
        RunPlan plan = RunFile.read(path);
        try {
            return open(path, plan, false);
        } catch (IOException e) {
            throw new StoreException("cannot continue " + path + ": " + Causes.of(e, path), e);
        }
    }

    public Path path() {
        return path;
    }

    public RunPlan plan() {
        return plan;
    }

    /** Adds to {@code run.json} what polling cost. */
    public void cost(Map<String, Object> figures) {
        RunFile.add(path, "cost", figures);
    }

    @Override
    public void observe(Observation observation) {
        samples.append(lines.line(finite(observation)));
    }

    @Override
    public void happened(Event event) {
        events.append(EventLines.line(event));
    }

    @Override
    public void close() {
        syncing.shutdownNow();
        try (lock;
                samples;
                events) {
            return;
        } catch (IOException e) {
            throw new StoreException("cannot close " + path + ": " + Causes.of(e, path), e);
        }
    }

    /** Removes a folder in which nothing was recorded, because the run could not begin. */
    public void discard() {
        close();
        try {
            for (String name : List.of(
                    RunFile.NAME, RunReader.EVENTS, "samples." + plan.format().word(), FolderLock.NAME)) {
                Files.deleteIfExists(path.resolve(name));
            }
            if (isEmpty(path)) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new StoreException("cannot remove " + path + ": " + Causes.of(e, path), e);
        }
    }

    private static RunFolder open(Path path, RunPlan plan, boolean fresh) throws IOException {
        FolderLock lock = FolderLock.take(path);
        try {
            if (fresh) {
                RunFile.write(path, plan);
            }
            return new RunFolder(path, plan, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private void sync() {
        samples.sync();
        events.sync();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "store-sync");
        thread.setDaemon(true);
        return thread;
    }

    /** Files know no infinite values: one is a gap. */
    private static Observation finite(Observation observation) {
        if (observation.values().values().stream().allMatch(Double::isFinite)) {
            return observation;
        }
        Map<String, Double> values = new HashMap<>(observation.values());
        Map<String, GapReason> gaps = new HashMap<>(observation.gaps());
        values.forEach((metric, value) -> {
            if (!Double.isFinite(value)) {
                gaps.put(metric, GapReason.MALFORMED);
            }
        });
        values.values().removeIf(value -> !Double.isFinite(value));
        return new Observation(
                observation.time(), observation.target(), observation.life(), values, gaps, observation.millis());
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.allMatch(entry -> entry.endsWith(FolderLock.NAME));
        }
    }

    private static boolean isJson(String line) {
        try (JsonParser json = JsonLine.FACTORY.createParser(line)) {
            JsonLines.begin(json);
            json.skipChildren();
            return json.nextToken() == null;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
