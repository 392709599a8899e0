package dev.seep.store;

import dev.seep.sample.Event;
import dev.seep.sample.GapReason;
import dev.seep.sample.Observation;
import dev.seep.sample.ObservationSink;
import dev.seep.sample.PollCounts;
import dev.seep.sample.Threads;
import dev.seep.store.line.JsonLines;
import dev.seep.store.line.StoreException;
import dev.seep.store.sample.CsvObservations;
import dev.seep.store.sample.JsonObservations;
import dev.seep.store.sample.ObservationLines;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Run folder that is being written to; {@link RunReader} tells the format.
 *
 * <p>Every line is with the operating system before {@link #observe} or {@link #happened} returns, so that a killed run
 * loses only the poll in flight, and every few seconds all goes to the disk. A write that fails throws a
 * {@link StoreException}, leaves the files ending with a whole line, and may be tried again. Whoever opens it closes
 * it.
 */
public final class RunFolder implements ObservationSink, Closeable {
    private static final long SYNC_SECONDS = 5;
    /** Events have a small share of the retention. */
    private static final long PARTS_OF_EVENTS = 4;

    private static final long CLOSING_SECONDS = 10;

    private final Path path;
    private final RunPlan plan;
    private final FolderLock lock;
    private final ObservationLines lines;
    private final RollingFile samples;
    private final RollingFile events;
    private final TargetSnapshot targetSnapshot;
    private final PollCounts pollCounts;
    private final @Nullable Retention retention;
    private boolean unrecorded;
    private final ScheduledExecutorService syncing = Threads.timer("store-sync");

    private RunFolder(Path path, RunPlan plan, FolderLock lock, @Nullable Retention retention) throws IOException {
        String sampleFile = "samples." + plan.format().word();
        this.retention = retention;
        this.path = path;
        this.plan = plan;
        this.lock = lock;
        this.lines = plan.format() == SampleFormat.CSV ? new CsvObservations(plan.metrics()) : new JsonObservations();
        TornLineRepair.mend(
                path.resolve(sampleFile),
                plan.format() == SampleFormat.CSV ? line -> line.indexOf('\0') < 0 : JsonLines::isObject);
        TornLineRepair.mend(path.resolve(RunReader.EVENTS), JsonLines::isObject);
        this.samples =
                new RollingFile(new RolledFiles(path, "samples", plan.format().word()), lines::header);
        this.targetSnapshot =
                retention == null ? new TargetSnapshot(List.of()) : new TargetSnapshot(RunReader.events(path));
        this.events = new RollingFile(new RolledFiles(path, "events", "jsonl"), targetSnapshot::lines);
        this.pollCounts = retention == null ? new PollCounts() : counted(path);
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
            return open(path, plan, true, null);
        } catch (IOException e) {
            throw new StoreException("cannot write to " + path, path, e);
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
            return open(path, plan, false, null);
        } catch (IOException e) {
            throw new StoreException("cannot continue " + path, path, e);
        }
    }

    /**
     * Begins a run without end, or goes on with the one that is there, by a plan that may have changed; parts too old
     * or too much are deleted.
     *
     * @throws StoreException if there is something else in the folder, it cannot be written, or somebody else writes to
     *     it
     */
    public static RunFolder endless(Path path, RunPlan plan, Retention retention) {
        try {
            Files.createDirectories(path);
            if (isEmpty(path)) {
                return open(path, plan, true, retention);
            }
            RunPlan before = RunFile.read(path);
            if (before.format() != plan.format()) {
                throw new StoreException(
                        path + " is not recorded as " + plan.format().word() + ": choose another --out");
            }
            return open(path, plan.begunAt(before.started()), true, retention);
        } catch (IOException e) {
            throw new StoreException("cannot write to " + path, path, e);
        }
    }

    /** Counts of polls since the run began, recorded or not; of an endless run also before it was last opened. */
    public PollCounts tally() {
        return pollCounts;
    }

    public Path path() {
        return path;
    }

    /** Adds the cost of polling to {@code run.json}. */
    public void cost(Map<String, Object> figures) {
        RunFile.add(path, "cost", figures);
    }

    @Override
    public synchronized void observe(Observation observation) {
        pollCounts.add(observation);
        boolean missed = unrecorded;
        unrecorded = true;
        samples.append(lines.line(finite(observation)));
        unrecorded = missed;
        // polls counted and not recorded are told by the counts of a part
        if (retention != null && (missed || samples.isDue(observation.time(), retention))) {
            roll(observation.time(), retention);
        }
    }

    @Override
    public synchronized void happened(Event event) {
        events.append(EventLines.line(event));
        if (retention != null) {
            targetSnapshot.happened(event);
        }
    }

    /** Counts are written after the part that they count was put aside, and name it: a kill between loses nothing. */
    private void roll(Instant last, Retention kept) {
        if (!samples.roll(last)) {
            return;
        }
        if (events.length() > kept.partBytes() / PARTS_OF_EVENTS) {
            events.roll(last);
        }
        unrecorded = false;
        new CountsFile(last.truncatedTo(ChronoUnit.SECONDS), pollCounts.counts()).write(path);
        syncing.execute(() -> tidy(last, kept));
    }

    private void tidy(Instant now, Retention kept) {
        try {
            new RetentionSweep(path, kept).at(now);
        } catch (IOException notNow) {
            // the next part tries again
            return;
        }
    }

    private static PollCounts counted(Path path) {
        CountsFile before = CountsFile.read(path);
        PollCounts pollCounts = new PollCounts();
        pollCounts.add(before.counts());
        if (Files.exists(path.resolve(RunFile.NAME))) {
            RunReader.replay(path, before.through().plusSeconds(1), pollCounts::add);
        }
        return pollCounts;
    }

    @Override
    public void close() {
        endSyncing();
        try (lock;
                samples;
                events) {
            return;
        } catch (IOException e) {
            throw new StoreException("cannot close " + path, path, e);
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
            EvidenceFolder.discard(path);
            if (isEmpty(path)) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new StoreException("cannot remove " + path, path, e);
        }
    }

    private static RunFolder open(Path path, RunPlan plan, boolean fresh, @Nullable Retention retention)
            throws IOException {
        FolderLock lock = FolderLock.take(path);
        try {
            if (fresh) {
                RunFile.write(path, plan);
            }
            return new RunFolder(path, plan, lock, retention);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Who takes the lock next must not meet a part that is still being packed. */
    private void endSyncing() {
        syncing.shutdownNow();
        try {
            syncing.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sync() {
        samples.sync();
        events.sync();
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
}
