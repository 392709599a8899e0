package dev.seep.trend;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hypothesis on the course of a series: its shapes and noise, with the objective that its best fit reaches.
 *
 * @param objective -2 log likelihood plus the penalties of its shapes
 * @param phi autocorrelation of the noise from one block to the next
 * @param trend the growing shape, null for a settling hypothesis
 * @param parts settling shapes: steps, saturations, ramps
 */
record Hypothesis(double objective, double phi, @Nullable Shape trend, List<Shape> parts) {}
