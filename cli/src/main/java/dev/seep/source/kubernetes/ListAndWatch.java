package dev.seep.source.kubernetes;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.seep.sample.GapReason;
import dev.seep.source.TargetListener;
import dev.seep.source.exec.Backoff;
import dev.seep.source.exec.Messages;
import dev.seep.source.exec.StopFlag;
import io.kubernetes.client.openapi.Pair;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sight of objects that are good to see and without which a run goes on: a list, then watches, and a list again if
 * a watch cannot go on. Where it is not allowed, or there are none, it says so once and ends.
 */
final class ListAndWatch<T> {
    private static final int EXPIRED = 410;
    private static final int FORBIDDEN = 403;
    private static final int ABSENT = 404;
    private static final String NOT_LISTED = "";
    private static final Gson GSON = new Gson();

    /**
     * What is followed.
     *
     * @param about in words for people: {@code events in namespace shop}
     * @param rule that it takes
     */
    record What<T>(String about, String path, List<Pair> selectors, Class<T> type, MissingRule rule) {}

    private interface Step {
        void run() throws IOException, RefusedException;
    }

    private record Line(@Nullable String type, @Nullable JsonObject object) {}

    private final What<T> what;
    private final Sight<T> sight;
    private final TargetListener listener;
    private final PagedList<T> list;
    private final WatchStream stream;
    private final Backoff backoff;
    private final StopFlag stop = new StopFlag();
    private String version = NOT_LISTED;
    private int failures;
    private boolean blind;

    ListAndWatch(Cluster cluster, What<T> what, Sight<T> sight, TargetListener listener, Backoff backoff) {
        this.what = what;
        this.sight = sight;
        this.listener = listener;
        this.list = new PagedList<>(cluster, what.type(), what.about());
        this.stream = new WatchStream(cluster);
        this.backoff = backoff;
    }

    /** Sees what there is now. */
    void begin() {
        guarded(this::listIfNeeded);
    }

    /** Whether it is there and may be seen, as far as is known. */
    boolean isOn() {
        return !stop.isUp();
    }

    /** Follows until stopped, or until it is not allowed. */
    void run() {
        while (!stop.isUp()) {
            guarded(() -> {
                listIfNeeded();
                stream.follow(what.path(), what.selectors(), version, "application/json", this::calm, this::line);
            });
            if (stop.isUpWithin(backoff.pause(failures))) {
                return;
            }
        }
    }

    private void listIfNeeded() throws IOException, RefusedException {
        if (version.equals(NOT_LISTED)) {
            version = list.read(what.path(), what.selectors(), sight::seen);
            sight.begun();
        }
    }

    private void line(String text) throws RefusedException {
        try {
            Line line = GSON.fromJson(text, Line.class);
            JsonObject object = Objects.requireNonNull(line.object());
            switch (String.valueOf(line.type())) {
                case "ERROR" -> throw new RefusedException(refusal(object));
                case "ADDED", "MODIFIED" -> sight.seen(GSON.fromJson(object, what.type()));
                case "DELETED" -> sight.gone(GSON.fromJson(object, what.type()));
                default -> {}
            }
            String reached = Json.text(object, "metadata", "resourceVersion");
            version = reached.isEmpty() ? version : reached;
        } catch (JsonParseException | NullPointerException e) {
            throw new IllegalArgumentException("no event of a watch: " + Messages.line(text), e);
        }
    }

    private static Refusal refusal(JsonObject status) {
        JsonElement code = status.get("code");
        return Refusal.of(code == null ? 0 : code.getAsInt(), status.toString(), null);
    }

    private void guarded(Step step) {
        try {
            step.run();
        } catch (RefusedException e) {
            refused(e);
        } catch (IOException e) {
            failed(e);
        } catch (RuntimeException e) {
            // What the server sent makes no sense; what was missed is found by the next list.
            version = NOT_LISTED;
            failed(e);
        }
    }

    private void calm() {
        failures = 0;
        if (blind) {
            blind = false;
            listener.blind(what.about(), GapReason.UNREACHABLE, "");
        }
    }

    private void refused(RefusedException e) {
        switch (e.refusal().code()) {
            case FORBIDDEN ->
                giveUp(
                        GapReason.DENIED,
                        "not allowed to watch " + what.about() + " (" + e.refusal()
                                + "), so what goes wrong there is not told; the missing rule is " + what.rule()
                                + "; seep doctor prints it as YAML");
            case ABSENT -> giveUp(GapReason.ABSENT, "there are no " + what.about() + " (" + e.refusal() + ")");
            default -> {
                version = e.refusal().code() == EXPIRED ? NOT_LISTED : version;
                failed(e);
            }
        }
    }

    private void giveUp(GapReason reason, String message) {
        stop.raise();
        listener.blind(what.about(), reason, message);
    }

    /** The first failure is not worth a word: watches are cut all the time. */
    private void failed(Exception failure) {
        failures++;
        if (failures > 1 && !blind && !stop.isUp()) {
            blind = true;
            listener.blind(
                    what.about(),
                    GapReason.UNREACHABLE,
                    "lost sight of " + what.about() + ", trying again: " + Messages.line(failure));
        }
    }

    void stop() {
        stop.raise();
        stream.cut();
    }
}
