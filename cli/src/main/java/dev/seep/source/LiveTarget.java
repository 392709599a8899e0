package dev.seep.source;

import dev.seep.sample.Incarnation;
import dev.seep.sample.Target;
import org.jspecify.annotations.Nullable;

/**
 * Incarnation of a target that can be polled.
 *
 * @param node it runs on, for budgets and labels; {@code local} where there is only this machine
 * @param shell runs commands in it
 * @param together targets of which this is the same are best asked at the same time, null for none
 */
public record LiveTarget(
        Target target,
        Incarnation life,
        String node,
        Shell shell,
        @Nullable String together) {
    public LiveTarget(Target target, Incarnation life, String node, Shell shell) {
        this(target, life, node, shell, null);
    }
}
