package dev.seep.source.kubernetes;

import dev.seep.source.LiveTarget;

/** Says through what a container is asked that has appeared. */
interface Introduction {
    /** Through execs. */
    Introduction PLAIN = (live, container) -> live;

    /** @param container the ID that its runtime gave it, as the API has it; empty if it is not known */
    LiveTarget decorate(LiveTarget live, String container);
}
