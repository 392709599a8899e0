package dev.seep.probe;

import dev.seep.sample.Metric;
import java.util.List;

/** Named way to read some metrics: its part of the script, and the pure parser of that output. */
public interface Probe {
    /** The first word of all its metrics. */
    String name();

    List<Metric> metrics();

    ResourceScope scope();

    /**
     * Shell functions this probe needs, of which one has the name of the probe and is called without arguments; empty
     * where the process table says everything.
     */
    String script();

    /** Adds the answer to the reading, as values or as gaps. Never throws. */
    void read(ProbeAnswer probeAnswer, ReadingBuilder into);
}
