package dev.seep.sample;

/** Where the measuring half hands over what it saw. Implementations are safe for use by several threads. */
public interface ObservationSink {
    void observe(Observation observation);

    void happened(Event event);
}
