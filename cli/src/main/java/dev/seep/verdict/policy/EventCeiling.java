package dev.seep.verdict.policy;

/**
 * How many abnormal events a run may have.
 *
 * @param reason of the events
 * @param most over all objects of the run, not negative
 */
public record EventCeiling(Glob reason, long most) {}
