package dev.seep.evidence;

import dev.seep.sample.Growth.Kind;

/**
 * One thing that a target holds, or a group of them that differ in numbers alone.
 *
 * @param who the name of the process that holds it, empty if nobody does
 * @param group what it is, with {@code *} for numbers
 * @param example the one thing that is in the group, empty if there are several
 * @param amount in the unit of the kind
 * @param count how many there are
 */
record HeldResource(Kind kind, String who, String group, String example, double amount, long count) {
    /** The same group, of which there is more. */
    HeldResource and(HeldResource more) {
        return new HeldResource(
                kind,
                who,
                group,
                example.equals(more.example) ? example : "",
                amount + more.amount,
                count + more.count);
    }

    /** The group, or the one thing that is in it. */
    String what() {
        return example.isEmpty() ? group : example;
    }
}
