package dev.seep.source.kubernetes.api;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.seep.sample.Threads;
import dev.seep.source.exec.Backoff;
import dev.seep.source.exec.Messages;
import dev.seep.source.exec.StopFlag;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Follower of the objects of one kind until it is stopped: a list, then watches, each from where the last one ended,
 * and a list again when the server no longer knows that version (410) or sends nonsense.
 */
public final class ListWatch<T> {
    private static final int EXPIRED = 410;
    /** Of a server that was set back to a backup, and waits for a version that it had. */
    private static final int TOO_LARGE = 504;

    private static final int LIST_ATTEMPTS = 3;
    private static final String NOT_LISTED = "";
    /** No gateway may send the watch away for longer, or the run would learn too late of restarts. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(15);

    /** A watch that was open for so long was of use: gateways cut what is silent, and nothing may happen for long. */
    private static final Duration ENOUGH = Duration.ofSeconds(10);

    private static final long NOT_OPEN = Long.MIN_VALUE;
    private static final Gson GSON = new Gson();

    private interface Step {
        void run() throws IOException, RefusedException;
    }

    private record Line(@Nullable String type, @Nullable JsonObject object) {}

    private final WatchedResource<T> resource;
    private final WatchHandler<T> handler;
    private final CancellableCall call = new CancellableCall();
    private final PagedList<T> pages;
    private final WatchStream stream;
    private final Backoff backoff;
    private final StopFlag stop = new StopFlag();
    private String version = NOT_LISTED;
    private int failures;
    /**
     * In a row that led to no watch of any use: a server that breaks each off at once is not asked for a list each
     * second.
     */
    private int lists;

    private Duration askedRest = Duration.ZERO;
    /** Whether a watch was cut as soon as it was open: from then on, to open is no success. */
    private boolean barren;

    /** Time by {@link System#nanoTime}. */
    private long opened = NOT_OPEN;

    public ListWatch(Cluster cluster, WatchedResource<T> resource, WatchHandler<T> handler, Backoff backoff) {
        this.resource = resource;
        this.handler = handler;
        this.pages = new PagedList<>(cluster, resource, call);
        this.stream = new WatchStream(cluster, call);
        this.backoff = backoff;
    }

    /**
     * Lists the objects of now, for whom a failure is the end; the handler is not told of it.
     *
     * @throws IllegalArgumentException if the server sends no list
     */
    public void list() throws IOException, RefusedException {
        for (int attempt = 1; ; attempt++) {
            try {
                version = handler.list(pages);
                lists++;
                return;
            } catch (RefusedException e) {
                // A large list read slowly: its later pages are no longer kept by the server.
                if (e.refusal().code() != EXPIRED || attempt == LIST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** As {@link #list}, for whom a failure is worth another try. */
    public void tryToList() {
        guarded(this::listIfNeeded);
    }

    /** Follows in a thread of this name until stopped. */
    public void start(String thread) {
        var unused = Threads.start(thread, this::run);
    }

    void run() {
        while (!stop.isUp()) {
            askedRest = Duration.ZERO;
            guarded(this::listAndWatch);
            Duration pause = backoff.pause(Math.max(failures, lists));
            if (stop.isUpWithin(pause.compareTo(askedRest) > 0 ? pause : askedRest)) {
                return;
            }
        }
    }

    private void listAndWatch() throws IOException, RefusedException {
        listIfNeeded();
        opened = NOT_OPEN;
        try {
            stream.follow(resource, version, this::opened, this::line);
            useful();
        } catch (IOException e) {
            barren |= opened != NOT_OPEN && System.nanoTime() - opened < ENOUGH.toNanos();
            throw e;
        }
    }

    private void listIfNeeded() throws IOException, RefusedException {
        if (version.equals(NOT_LISTED)) {
            list();
        }
    }

    private void opened() {
        opened = System.nanoTime();
        if (!barren) {
            recovered();
        }
    }

    /** A watch brought a line, or ended in order. */
    private void useful() {
        lists = 0;
        barren = false;
        recovered();
    }

    private void recovered() {
        if (failures > 0) {
            failures = 0;
            handler.recovered();
        }
    }

    private void line(String text) throws RefusedException {
        try {
            Line line = GSON.fromJson(text, Line.class);
            JsonObject object = Objects.requireNonNull(line.object());
            switch (String.valueOf(line.type())) {
                case "ERROR" -> throw new RefusedException(refusal(object));
                case "ADDED" -> handler.added(GSON.fromJson(object, resource.type()));
                case "MODIFIED" -> handler.changed(GSON.fromJson(object, resource.type()));
                case "DELETED" -> handler.deleted(GSON.fromJson(object, resource.type()));
                default -> {} // a bookmark: nothing has happened up to its version
            }
            String reached = GsonFields.text(object, "metadata", "resourceVersion");
            version = reached.isEmpty() ? version : reached;
            useful();
        } catch (JsonParseException | NullPointerException e) {
            throw new IllegalArgumentException("no event of a watch: " + Messages.line(text), e);
        }
    }

    private static Refusal refusal(JsonObject status) {
        String code = GsonFields.text(status, "code");
        return Refusal.of(code.matches("\\d{1,9}") ? Integer.parseInt(code) : 0, status.toString(), null);
    }

    private void guarded(Step step) {
        try {
            step.run();
        } catch (RefusedException e) {
            version = e.refusal().code() == EXPIRED || e.refusal().code() == TOO_LARGE ? NOT_LISTED : version;
            askedRest = e.refusal().retryAfter().compareTo(LONGEST_REST) < 0
                    ? e.refusal().retryAfter()
                    : LONGEST_REST;
            failed(e);
        } catch (IOException e) {
            failed(e);
        } catch (RuntimeException e) {
            // The server sent nonsense; the next list finds missed changes.
            version = NOT_LISTED;
            failed(e);
        }
    }

    private void failed(Exception failure) {
        failures++;
        if (!stop.isUp()) {
            handler.failed(failure, failures);
        }
    }

    /** Whether it is over, or will be in a moment. */
    public boolean isStopped() {
        return stop.isUp();
    }

    /** Ends the list or the watch that is open, and all others; nothing that fails from now on is told. */
    public void stop() {
        stop.raise();
        call.cut();
    }
}
