package dev.seep.sample;

/** Sink to which the measuring half hands its results. Implementations are safe for use by several threads. */
public interface ObservationSink {
    void observe(Observation observation);

    void happened(Event event);
}
