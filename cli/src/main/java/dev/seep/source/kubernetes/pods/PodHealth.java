package dev.seep.source.kubernetes.pods;

import dev.seep.sample.Abnormality;
import dev.seep.sample.Durations;
import dev.seep.source.TargetListener;
import dev.seep.source.kubernetes.pods.PodState.Symptom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Health of pods by their own account; tells each occurrence once. NOT thread safe. */
final class PodHealth {
    private final TargetListener listener;
    /** By UID those pods of which there is something to remember. */
    private final Map<String, Patient> patients = new HashMap<>();

    private boolean begun;
    private boolean checked;
    private boolean goesOn;
    private Predicate<String> events = namespace -> false;

    /** @param since start of its stage in ns, null before its first check */
    private record Patient(
            PodRecord pod, Set<String> told, @Nullable Long since) {}

    PodHealth(TargetListener listener) {
        this.listener = listener;
    }

    void seen(PodRecord pod) {
        PodState state = pod.state();
        Patient before = patients.get(pod.uid());
        Set<String> known = before == null ? Set.of() : before.told();
        for (Symptom symptom : state.symptoms()) {
            boolean twice = symptom.isAlsoAnEvent() && events.test(pod.namespace());
            if (begun && !twice && !known.contains(symptom.id())) {
                tell(pod, symptom.reason(), symptom.message());
            }
        }
        if (state.symptoms().isEmpty() && state.stage().isEmpty()) {
            patients.remove(pod.uid());
            return;
        }
        Set<String> told = state.symptoms().stream().map(Symptom::id).collect(Collectors.toCollection(HashSet::new));
        boolean goesOn = !state.stage().isEmpty()
                && before != null
                && before.pod().state().stage().equals(state.stage());
        Long since = before != null && goesOn ? before.since() : null;
        if (goesOn && known.contains(state.stage())) {
            told.add(state.stage());
        }
        patients.put(pod.uid(), new Patient(pod, told, since));
    }

    void gone(String uid) {
        patients.remove(uid);
    }

    /** Forgets those of these namespaces that are not among these. */
    void retain(Predicate<PodRecord> covered, Set<String> uids) {
        patients.values()
                .removeIf(one ->
                        covered.test(one.pod()) && !uids.contains(one.pod().uid()));
    }

    /**
     * All seen so far was there before.
     *
     * @param goesOn whether an earlier stretch of the run has told which pods are stuck
     * @param eventsOf whether the events of a namespace are told as well
     */
    void begun(boolean goesOn, Predicate<String> eventsOf) {
        begun = true;
        this.goesOn = goesOn;
        events = eventsOf;
    }

    /**
     * The stage of a pod counts from its first check, and from its own beginning where that was before the run: its
     * clock and this one may differ. Pods stuck when a run goes on, an earlier stretch has told of.
     */
    void checkStuck(long nanos, Instant now) {
        boolean first = !checked;
        checked = true;
        patients.replaceAll((uid, one) -> {
            PodState state = one.pod().state();
            if (state.stage().isEmpty()) {
                return one;
            }
            long begins = first ? nanos - age(state, now) : nanos;
            long since = one.since() == null ? begins : one.since();
            boolean stuck = nanos - since > state.patience().toNanos();
            boolean known = first && goesOn;
            if (stuck && one.told().add(state.stage()) && !known) {
                tell(one.pod(), state.stage(), "for more than " + Durations.text(state.patience()));
            }
            return new Patient(one.pod(), one.told(), since);
        });
    }

    private static long age(PodState state, Instant now) {
        Instant begun = state.begun();
        long seconds = begun == null ? 0 : Duration.between(begun, now).toSeconds();
        return TimeUnit.SECONDS.toNanos(Math.max(0, Math.min(PodState.LONGEST, seconds)));
    }

    private void tell(PodRecord pod, String reason, String message) {
        listener.abnormal(new Abnormality(pod.namespace(), "pod/" + pod.name(), reason, message, 1));
    }
}
