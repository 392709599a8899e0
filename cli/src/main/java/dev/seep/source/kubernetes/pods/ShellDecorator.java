package dev.seep.source.kubernetes.pods;

import dev.seep.source.LiveTarget;

/** Says through what a container is asked that has appeared. */
public interface ShellDecorator {
    /** Through execs. */
    ShellDecorator PLAIN = (live, container) -> live;

    /** @param container the ID that its runtime gave it, as the API has it; empty if it is not known */
    LiveTarget decorate(LiveTarget live, String container);
}
