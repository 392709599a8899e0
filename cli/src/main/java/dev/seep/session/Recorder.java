package dev.seep.session;

import dev.seep.probe.Reading;
import dev.seep.sample.Event;
import dev.seep.sample.GapReason;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Observation;
import dev.seep.sample.ObservationSink;
import dev.seep.sample.Target;
import dev.seep.source.LiveTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recorder of observations and events, which knows the troubles that last. Lives on the timeline. */
final class Recorder {
    private record Trouble(GapReason reason, String message) {}

    /** @param about the measurement, empty for the probes */
    private record Asked(Target target, String about) {}

    private static final Duration OLDEST = Duration.ofMinutes(5);

    private final Timeline timeline;
    private final ObservationSink sink;
    private final Map<Asked, Trouble> troubles = new LinkedHashMap<>();
    private final Map<String, String> blindness = new LinkedHashMap<>();
    private @Nullable String sourceTrouble;
    private long awakeAt;
    private long answers;
    private long answerBytes;
    private double answerMillis;

    Recorder(Timeline timeline, ObservationSink sink) {
        this.timeline = timeline;
        this.sink = sink;
        this.awakeAt = timeline.nanos();
    }

    void observe(Target target, Incarnation life, Reading reading, double millis) {
        sink.observe(new Observation(time(reading), target, life.id(), reading.values(), reading.gaps(), millis));
    }

    /** A time that cannot be is one of a clock that is wrong. */
    private Instant time(Reading reading) {
        Instant now = timeline.now();
        Instant seen = reading.time();
        return seen == null || seen.isAfter(now) || seen.isBefore(now.minus(OLDEST)) ? now : seen;
    }

    void answered(int bytes, double millis) {
        answers++;
        answerBytes += bytes;
        answerMillis += millis;
    }

    /**
     * Says once that polls of this target fail, until {@link #recovered}.
     *
     * @param about the measurement, empty for the probes
     */
    void failed(Target target, String about, Incarnation life, GapReason reason, String message) {
        Trouble before = troubles.put(new Asked(target, about), new Trouble(reason, message));
        if (before == null) {
            Map<String, String> detail = Map.of("reason", reason.word(), "message", message);
            happened(Event.Type.POLL_FAILED, target, life, about(about, detail));
        }
    }

    void recovered(Target target, String about, Incarnation life) {
        if (troubles.remove(new Asked(target, about)) != null) {
            happened(Event.Type.POLL_RECOVERED, target, life, about(about, Map.of()));
        }
    }

    private static Map<String, String> about(String about, Map<String, String> detail) {
        if (about.isEmpty()) {
            return detail;
        }
        Map<String, String> more = new LinkedHashMap<>(detail);
        more.put("probe", about);
        return more;
    }

    void met(Event.Type type, LiveTarget live) {
        happened(type, live.target(), live.life(), described(live, live.target().kind()));
    }

    /** Its pod has a new life because of it. */
    void met(Event.Type type, PodTarget pod, LiveTarget cause) {
        happened(type, pod.target(), pod.life(), described(cause, Target.Kind.POD));
    }

    private static Map<String, String> described(LiveTarget live, Target.Kind kind) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("kind", kind.word());
        detail.put("workload", live.target().workload());
        detail.put("node", live.node());
        detail.put("started", live.life().start().toString());
        String previousEnd = live.life().previousEnd();
        if (previousEnd != null) {
            detail.put("reason", previousEnd);
        }
        return detail;
    }

    void vanished(Target target, Incarnation life, Map<String, String> detail) {
        troubles.keySet().removeIf(asked -> asked.target().equals(target));
        happened(Event.Type.VANISHED, target, life, detail);
    }

    void paced(Duration every, String why) {
        happened(Event.Type.PACED, null, null, Map.of("every", every.toString(), "reason", why));
    }

    /** Records once that polls came so many nanoseconds late: the machine slept, or this process was stopped. */
    void overslept(long nanos) {
        long now = timeline.nanos();
        if (now - awakeAt > nanos / 2) {
            String reason = "nothing was polled for " + Duration.ofNanos(nanos).toSeconds() + " s";
            happened(Event.Type.RESUMED, null, null, Map.of("reason", reason));
        }
        awakeAt = now;
    }

    void sourceTrouble(@Nullable String message) {
        sourceTrouble = message;
    }

    /** @param message empty when it is over */
    void blind(String about, GapReason reason, String message) {
        if (!message.isEmpty()) {
            happened(
                    Event.Type.POLL_FAILED,
                    null,
                    null,
                    Map.of("about", about, "reason", reason.word(), "message", message));
            // A lasting failure is told once, and not for hours.
            if (reason == GapReason.UNREACHABLE) {
                blindness.put(about, message);
            }
        } else if (blindness.remove(about) != null) {
            happened(Event.Type.POLL_RECOVERED, null, null, Map.of("about", about));
        }
    }

    void happened(Event.Type type, @Nullable Target target, @Nullable Incarnation life, Map<String, String> detail) {
        sink.happened(new Event(timeline.now(), type, target, life == null ? null : life.id(), detail));
    }

    SoakStatus status(Duration elapsed, Optional<Duration> left, int targets, int sessions, Instant now) {
        return new SoakStatus(now, elapsed, left, targets, sessions, answers, answerBytes, answerMillis, trouble());
    }

    /** One of each probe. A container without a shell is a fact of the run and no trouble that could pass. */
    private Optional<String> trouble() {
        if (sourceTrouble != null) {
            return Optional.of(sourceTrouble);
        }
        Map<String, String> byProbe = new LinkedHashMap<>();
        int others = 0;
        for (Map.Entry<Asked, Trouble> trouble : troubles.entrySet()) {
            boolean told = trouble.getValue().reason() == GapReason.NO_SHELL;
            if (!told
                    && byProbe.putIfAbsent(
                                    trouble.getKey().about(), trouble.getValue().message())
                            != null) {
                others++;
            }
        }
        List<String> messages = Stream.concat(blindness.values().stream(), byProbe.values().stream())
                .toList();
        if (messages.isEmpty()) {
            return Optional.empty();
        }
        String all = String.join("; ", messages);
        return Optional.of(others == 0 ? all : all + " (and " + others + " more)");
    }
}
