package dev.seep.source.kubernetes.objects;

import dev.seep.sample.GapReason;
import dev.seep.source.TargetListener;
import dev.seep.source.exec.Backoff;
import dev.seep.source.exec.Messages;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.api.ListWatch;
import dev.seep.source.kubernetes.api.MissingRule;
import dev.seep.source.kubernetes.api.PagedList;
import dev.seep.source.kubernetes.api.RefusedException;
import dev.seep.source.kubernetes.api.WatchHandler;
import dev.seep.source.kubernetes.api.WatchedResource;
import java.io.IOException;

/**
 * Watch of objects that are good to see and without which a run goes on. Where it is not allowed, or there are none, it
 * says so once and ends.
 */
final class BestEffortWatch<T> implements WatchHandler<T> {
    private static final int FORBIDDEN = 403;
    private static final int ABSENT = 404;

    private final String about;
    private final MissingRule rule;
    private final ObjectObserver<T> observer;
    private final TargetListener listener;
    private final ListWatch<T> watch;
    private boolean blind;

    /** @param rule that it takes */
    BestEffortWatch(
            Cluster cluster,
            WatchedResource<T> resource,
            MissingRule rule,
            ObjectObserver<T> observer,
            TargetListener listener,
            Backoff backoff) {
        this.about = resource.noun();
        this.rule = rule;
        this.observer = observer;
        this.listener = listener;
        this.watch = new ListWatch<>(cluster, resource, this, backoff);
    }

    /** Lists the objects of now, if it may. */
    void tryToList() {
        watch.tryToList();
    }

    /** Follows in a thread of this name until stopped, or until it is not allowed. */
    void start(String thread) {
        watch.start(thread);
    }

    /** Whether it is there and may be seen, as far as is known. */
    boolean isOn() {
        return !watch.isStopped();
    }

    void stop() {
        watch.stop();
    }

    @Override
    public String list(PagedList<T> list) throws IOException, RefusedException {
        String version = list.read(observer::seen);
        observer.begun();
        return version;
    }

    @Override
    public void added(T object) {
        observer.seen(object);
    }

    @Override
    public void deleted(T object) {
        observer.gone(object);
    }

    @Override
    public void failed(Exception failure, int times) {
        int code =
                failure instanceof RefusedException refused ? refused.refusal().code() : 0;
        if (code == FORBIDDEN) {
            giveUp(
                    GapReason.DENIED,
                    "not allowed to watch " + about + " (" + failure.getMessage()
                            + "), so what goes wrong there is not told; the missing rule is " + rule
                            + "; seep doctor prints it as YAML");
        } else if (code == ABSENT) {
            giveUp(GapReason.ABSENT, "there are no " + about + " (" + failure.getMessage() + ")");
        } else if (times > 1 && !blind) {
            blind = true;
            listener.blind(
                    about,
                    GapReason.UNREACHABLE,
                    "lost sight of " + about + ", trying again: " + Messages.line(failure));
        }
    }

    private void giveUp(GapReason reason, String message) {
        watch.stop();
        listener.blind(about, reason, message);
    }

    @Override
    public void recovered() {
        if (blind) {
            blind = false;
            listener.blind(about, GapReason.UNREACHABLE, "");
        }
    }
}
