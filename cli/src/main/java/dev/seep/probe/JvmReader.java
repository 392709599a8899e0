package dev.seep.probe;

import dev.seep.probe.Measurement.Output;
import dev.seep.probe.Measurement.Reader;
import dev.seep.probe.Measurement.Result;
import dev.seep.sample.GapReason;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Reader of the answers to a {@link JvmMeasurement}, with the live sets of the JVMs that answered the last time. */
final class JvmReader implements Reader {
    private Map<Long, LiveSet> liveSets = Map.of();

    @Override
    public Result read(Output output) {
        ReadingBuilder readingBuilder = new ReadingBuilder();
        JvmAnswer answer = JvmAnswer.parse(output.out());
        if (answer.gap() != null) {
            readingBuilder.gap(JvmMeasurement.NAME, answer.gap());
        } else if (!answer.machines().isEmpty()) {
            live(answer).ifPresent(bytes -> readingBuilder.value(JvmMeasurement.LIVE, bytes));
            value("jvm.heap.used", answer, jvm -> jvm.sum("sun.gc.generation.", ".used"), readingBuilder);
            value("jvm.heap.old", answer, jvm -> jvm.sum("sun.gc.generation.1.space.", ".used"), readingBuilder);
            value("jvm.heap.old_limit", answer, jvm -> jvm.value("sun.gc.generation.1.maxCapacity"), readingBuilder);
            value("jvm.metaspace", answer, jvm -> jvm.value("sun.gc.metaspace.used"), readingBuilder);
            value("jvm.classes", answer, JvmReader::classes, readingBuilder);
            value("jvm.threads", answer, jvm -> jvm.value("java.threads.live"), readingBuilder);
        }
        return new Result(readingBuilder);
    }

    /** Sum of the live sets of all JVMs, where one of them is new and none is unknown; else empty. */
    private OptionalDouble live(JvmAnswer answer) {
        Map<Long, LiveSet> now = new HashMap<>();
        boolean news = false;
        double sum = 0;
        for (Map.Entry<Long, PerfData> machine : answer.machines().entrySet()) {
            LiveSet set = liveSets.getOrDefault(machine.getKey(), new LiveSet());
            news |= set.see(machine.getValue());
            sum += set.bytes();
            now.put(machine.getKey(), set);
        }
        liveSets = now;
        return news && !Double.isNaN(sum) ? OptionalDouble.of(sum) : OptionalDouble.empty();
    }

    private static double classes(PerfData jvm) {
        double loaded = jvm.value("java.cls.loadedClasses") + jvm.value("java.cls.sharedLoadedClasses");
        return loaded - jvm.value("java.cls.unloadedClasses") - jvm.value("java.cls.sharedUnloadedClasses");
    }

    private static void value(String metric, JvmAnswer answer, ToDoubleFunction<PerfData> of, ReadingBuilder into) {
        double sum = answer.machines().values().stream().mapToDouble(of).sum();
        OptionalDouble known = Double.isNaN(sum) ? OptionalDouble.empty() : OptionalDouble.of(sum);
        known.ifPresentOrElse(value -> into.value(metric, value), () -> into.gap(metric, GapReason.ABSENT));
    }
}
