package dev.seep.evidence;

import dev.seep.sample.Growth.Kind;

/**
 * A resource that a target holds, such as an open file, or a group of them that differ in numbers alone.
 *
 * @param who the name of the process that holds it, empty if nobody does
 * @param group name of the resource, with {@code *} for numbers
 * @param example name of the only one in the group, empty if there are several
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

    /** Name of the group, or of the only one in it. */
    String what() {
        return example.isEmpty() ? group : example;
    }
}
