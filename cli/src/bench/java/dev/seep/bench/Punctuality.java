package dev.seep.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;

/**
 * How well the questions to a population kept their beat, seen from the ledger of the simulated cluster alone.
 *
 * <p>The beat of a pod is {@code phase + k * every}, and its phase is that of its most punctual questions. Expected are
 * the beats while the pod lives: from one interval after its start (and after the beginning of the measurement) to one
 * second before its end. A beat is missed if no question was nearest to it.
 *
 * @param expected beats of living pods
 * @param missed beats without a question
 * @param lateMillis how late each question came, sorted
 */
record Punctuality(long expected, long missed, List<Double> lateMillis) {
    private static final long SECOND = 1_000_000;

    /**
     * @param every in microseconds
     * @param from beginning of the measurement, microseconds since 1970
     * @param until its end
     */
    static Punctuality of(List<EventLog.Entry> ledger, long every, long from, long until) {
        Map<String, List<Long>> questions = new HashMap<>();
        Map<String, Long> starts = new HashMap<>();
        Map<String, Long> ends = new HashMap<>();
        for (EventLog.Entry entry : ledger) {
            switch (entry.what()) {
                case RUNNING -> starts.put(entry.pod(), entry.micros());
                case GONE -> ends.put(entry.pod(), entry.micros());
                case QUESTION ->
                    questions
                            .computeIfAbsent(entry.pod(), pod -> new ArrayList<>())
                            .add(entry.micros());
                default -> {}
            }
        }
        long expected = 0;
        long missed = 0;
        List<Double> late = new ArrayList<>();
        for (Map.Entry<String, Long> start : starts.entrySet()) {
            long first = Math.max(from, start.getValue() + every);
            long last = Math.min(until, ends.getOrDefault(start.getKey(), until + SECOND) - SECOND);
            Punctuality one = ofPod(questions.getOrDefault(start.getKey(), List.of()), every, first, last);
            expected += one.expected;
            missed += one.missed;
            late.addAll(one.lateMillis);
        }
        late.sort(Comparator.naturalOrder());
        return new Punctuality(expected, missed, late);
    }

    private static Punctuality ofPod(List<Long> questions, long every, long first, long last) {
        if (questions.isEmpty()) {
            long beats = Math.max(0, (last - first) / every);
            return new Punctuality(beats, beats, List.of());
        }
        long phase = phase(questions, every);
        Map<Long, Long> earliest = new HashMap<>();
        List<Double> late = new ArrayList<>();
        for (long question : questions) {
            long number = Math.floorDiv(question - phase, every);
            long due = phase + number * every;
            if (earliest.putIfAbsent(number, question) == null && due >= first && due <= last) {
                late.add((question - due) / 1e3);
            }
        }
        long expected = 0;
        long missed = 0;
        for (long number = -Math.floorDiv(phase - first, every); phase + number * every <= last; number++) {
            expected++;
            missed += earliest.containsKey(number) ? 0 : 1;
        }
        return new Punctuality(expected, missed, late);
    }

    /** The offset of that question which leaves all of them the least lateness. */
    private static long phase(List<Long> questions, long every) {
        return questions.stream()
                .min(Comparator.comparingLong(candidate -> questions.stream()
                        .mapToLong(question -> Math.floorMod(question - candidate, every))
                        .sum()))
                .map(question -> Math.floorMod(question, every))
                .orElse(0L);
    }

    /** The share of expected beats that had their question within so many milliseconds. */
    double within(double millis) {
        return (double) lateMillis.stream().filter(late -> late <= millis).count() / expected;
    }

    double late(double quantile) {
        return Figures.quantile(lateMillis, quantile);
    }

    /** When that many sessions were open at the same time for the first time, microseconds since 1970, or -1. */
    static long allOpen(List<EventLog.Entry> ledger, int sessions) {
        int open = 0;
        for (EventLog.Entry entry : ledger) {
            open += entry.what() == EventLog.What.OPEN ? 1 : entry.what() == EventLog.What.CLOSED ? -1 : 0;
            if (open >= sessions) {
                return entry.micros();
            }
        }
        return -1;
    }

    static LongSummaryStatistics questionsPerSecond(List<EventLog.Entry> ledger, long from, long until) {
        Map<Long, Long> perSecond = new HashMap<>();
        ledger.stream()
                .filter(entry -> entry.what() == EventLog.What.QUESTION)
                .filter(entry -> entry.micros() >= from && entry.micros() < until)
                .forEach(entry -> perSecond.merge(entry.micros() / SECOND, 1L, Long::sum));
        return perSecond.values().stream().mapToLong(Long::longValue).summaryStatistics();
    }
}
