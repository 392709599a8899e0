package dev.seep.agent;

import dev.seep.probe.Reading;

/**
 * A reading of one container.
 *
 * @param container its ID, as it was asked for
 */
record ContainerReading(String container, Reading reading) {}
