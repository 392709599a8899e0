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

    /** What it may bring; families where nobody knows beforehand. */
    List<Metric> metrics();

    MeasurementSchedule schedule();

    /** How it is asked. */
    Transport transport();

    /** Whether this target has what it measures, as far as can be told from outside. */
    boolean isFor(Target target);

    /** What the answer says; nothing at all if the target is not what this measures. Never throws. */
    Result read(Output output);

    /** Reads the answers of one life of a target, one after the other. */
    default Reader reader() {
        return this::read;
    }

    /** What an answer says, where those before it may matter. Not safe for use by several threads. */
    interface Reader {
        /** As {@link Measurement#read}. */
        Result read(Output output);
    }

    /**
     * What a program left.
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
