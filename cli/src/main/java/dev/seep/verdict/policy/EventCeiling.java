package dev.seep.verdict.policy;

/**
 * How many abnormal events a run may have.
 *
 * @param reason of the events
 * @param most over all objects of the run, not negative
 * @param place where it stands in the policy, for people
 */
public record EventCeiling(Glob reason, long most, String place) {}
