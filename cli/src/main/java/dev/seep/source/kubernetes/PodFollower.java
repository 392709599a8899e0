package dev.seep.source.kubernetes;

import dev.seep.source.exec.Backoff;
import dev.seep.source.exec.Messages;
import dev.seep.source.exec.StopFlag;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Keeps sight of the pods of one scope for as long as it takes: a list, then watches, then a list again if need be. */
final class PodFollower {
    private static final int EXPIRED = 410;
    private static final String NOT_LISTED = "";

    private final PodScope scope;
    private final PodLister lister;
    private final PodWatch watch;
    private final PodTracker tracker;
    private final Backoff backoff;
    private final StopFlag stop = new StopFlag();
    private String version = NOT_LISTED;
    private int failures;
    private boolean troubled;

    PodFollower(PodScope scope, PodLister lister, PodWatch watch, PodTracker tracker, Backoff backoff) {
        this.scope = scope;
        this.lister = lister;
        this.watch = watch;
        this.tracker = tracker;
        this.backoff = backoff;
    }

    PodScope scope() {
        return scope;
    }

    /** Reads what there is now, and forgets what is no longer there. */
    void list() throws IOException, RefusedException {
        Set<String> seen = new HashSet<>();
        String listed = lister.list(scope, pod -> {
            seen.add(pod.uid());
            tracker.seen(pod);
        });
        tracker.retain(scope, seen);
        version = listed;
    }

    /** Follows until stopped. */
    void run() {
        do {
            followOnce();
        } while (!stop.isUpWithin(backoff.pause(failures)));
    }

    private void followOnce() {
        try {
            if (version.equals(NOT_LISTED)) {
                list();
            }
            watch.follow(scope, version, this::apply);
            calm();
        } catch (RefusedException e) {
            version = e.refusal().code() == EXPIRED ? NOT_LISTED : version;
            failed(e);
        } catch (IOException e) {
            failed(e);
        } catch (RuntimeException e) {
            // What the server sent makes no sense; what was missed is found by the next list.
            version = NOT_LISTED;
            failed(e);
        }
    }

    private void apply(PodEvent event) {
        if (event instanceof PodEvent.Seen seen) {
            tracker.seen(seen.pod());
            version = seen.version();
        } else if (event instanceof PodEvent.Deleted deleted) {
            tracker.deleted(deleted.pod());
            version = deleted.version();
        } else if (event instanceof PodEvent.Bookmark bookmark) {
            version = bookmark.version();
        }
        calm();
    }

    private void calm() {
        failures = 0;
        if (troubled) {
            troubled = false;
            tracker.troubled(scope, "");
        }
    }

    /** The first failure is not worth a word: watches are cut all the time. */
    private void failed(Exception failure) {
        failures++;
        if (failures > 1 && !troubled && !stop.isUp()) {
            troubled = true;
            tracker.troubled(scope, "lost sight of " + scope + ", trying again: " + Messages.line(failure));
        }
    }

    void stop() {
        stop.raise();
        watch.cut();
    }
}
