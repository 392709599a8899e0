package dev.seep.source;

import dev.seep.sample.Incarnation;
import dev.seep.sample.Target;

/**
 * An incarnation of a target that can be polled.
 *
 * @param node what it runs on, for budgets and labels; {@code local} where there is only this machine
 * @param shell runs commands in it
 */
public record LiveTarget(Target target, Incarnation life, String node, Shell shell) {}
