package dev.seep.trend;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best fit of one hypothesis.
 *
 * @param objective -2 log likelihood plus the costs of its shapes
 * @param phi of the noise
 * @param trend what keeps growing, null in what settles
 * @param parts steps, saturations and ramps in it
 */
record Hypothesis(double objective, double phi, @Nullable Shape trend, List<Shape> parts) {}
