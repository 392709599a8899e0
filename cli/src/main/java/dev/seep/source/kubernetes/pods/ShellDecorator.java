package dev.seep.source.kubernetes.pods;

import dev.seep.sample.Target;
import dev.seep.source.LiveTarget;
import dev.seep.source.exec.ExecTarget;

/** Decorator of the shell of a container that has appeared: the way in which it is asked. */
public interface ShellDecorator {
    /** Address of an exec in it. */
    static ExecTarget execTarget(Target target) {
        return new ExecTarget(target.namespace(), target.name(), String.valueOf(target.container()));
    }

    /** Through execs. */
    ShellDecorator PLAIN = (live, container) -> live;

    /** @param container the ID that its runtime gave it, as the API has it; empty if it is not known */
    LiveTarget decorate(LiveTarget live, String container);
}
