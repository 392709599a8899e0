package dev.seep.session;

import dev.seep.source.LiveTarget;

/** What the polled targets of one session share. */
interface SessionContext {
    SoakPlan plan();

    Timeline timeline();

    Recorder recorder();

    TargetClient asker(LiveTarget target);

    /** For what is asked beside the probes: however slow that is, shells for the probes do not wait for it. */
    StartLimiter besideStarts();

    /** Each target is polled at every so manieth beat. */
    int pace();

    /** Runs the poll as soon as the budget allows. */
    void whenAffordable(Runnable poll);

    void answered(int bytes, double millis);

    /** The server asked for fewer requests. */
    void refused();

    /** Beats were missed by so many nanoseconds: the machine slept, or this process was stopped. */
    void overslept(long nanos);

    boolean isOver();
}
