package dev.seep.agent;

import dev.seep.probe.Reading;

/**
 * What was seen of a container.
 *
 * @param container as it was asked for
 */
record ContainerReading(String container, Reading reading) {}
