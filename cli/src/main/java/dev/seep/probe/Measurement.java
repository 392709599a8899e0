package dev.seep.probe;

import dev.seep.sample.Metric;
import dev.seep.sample.Target;
import java.util.List;

/**
 * Something that is measured beside the common script of a {@link ProbeSet}: by a program of its own, in its own time
 * and with its own deadline, so that whatever it does neither delays nor stops the others.
 */
public interface Measurement {
    /** The first word of all its metrics. */
    String name();

    /** Metrics that it may bring; families where names are not known beforehand. */
    List<Metric> metrics();

    MeasurementSchedule schedule();

    Transport transport();

    /** Whether it applies to this target, as far as can be told from outside. */
    boolean isFor(Target target);

    /** Reading of the output; empty if this does not apply to the target. Never throws. */
    Result read(Output output);

    /** Reads the answers of one life of a target, one after the other. */
    default Reader reader() {
        return this::read;
    }

    /** Reader of outputs where earlier ones may matter. Not safe for use by several threads. */
    interface Reader {
        /** As {@link Measurement#read}. */
        Result read(Output output);
    }

    /**
     * Output of a program that ended.
     *
     * @param out decoded as ISO 8859-1
     * @param err decoded as ISO 8859-1
     */
    record Output(int status, String out, String err) {}

    /** @param complaint one line for people about its gaps, empty if there are none */
    record Result(Reading reading, String complaint) {
        Result(ReadingBuilder readingBuilder) {
            this(readingBuilder.reading(), "");
        }
    }
}
