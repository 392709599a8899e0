package dev.seep.source.kubernetes.objects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.source.kubernetes.api.ObjectKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectCounterTest {
    private static final ObjectKind JOBS = new ObjectKind("jobs", "batch", "v1", "jobs", true);
    private static final long NOW = 100_000;

    private final ObjectCounter tally = new ObjectCounter();

    @Test
    void whatIsThereAtFirstWasNotCreated() {
        tally.begin(listed("a", "b"), 0);

        assertThat(figures())
                .containsEntry("", 2L)
                .containsEntry(".created", 0L)
                .containsEntry(".removed", 0L);
    }

    @Test
    void whatIsAddedTwiceWasCreatedOnce() {
        tally.added(object("a"));
        tally.added(object("a"));

        assertThat(figures()).containsEntry("", 1L).containsEntry(".created", 1L);
    }

    @Test
    void aChangeOfWhatIsBeyondTheKnownOnesCreatesNothing() {
        tally.begin(listed("a"), 10);
        tally.changed(object("x"));

        assertThat(figures()).containsEntry("", 11L).containsEntry(".created", 0L);
    }

    @Test
    void aDeletionOfWhatIsBeyondIsCountedAndOfTheUnknownIsNot() {
        tally.begin(listed("a"), 1);
        tally.deleted(object("x"));
        tally.deleted(object("y"));

        assertThat(figures()).containsEntry("", 1L).containsEntry(".removed", 1L);
    }

    @Test
    void afterATimeWithoutSightBothSidesOfTheChangeAreCountedWhereEachIsKnown() {
        tally.begin(listed("a", "b"), 0);
        tally.resume(listed("b", "c", "d"), 0);

        assertThat(figures())
                .containsEntry("", 3L)
                .containsEntry(".created", 2L)
                .containsEntry(".removed", 1L);
    }

    @Test
    void afterATimeWithoutSightTheDifferenceAloneIsCountedWhereSomeAreANumber() {
        tally.begin(listed("a"), 600);
        tally.resume(listed("x"), 590);

        assertThat(figures())
                .containsEntry("", 591L)
                .containsEntry(".created", 0L)
                .containsEntry(".removed", 10L);
    }

    @Test
    void whatIsBeingDeletedForLongerThanAMinuteIsStuck() {
        tally.added(new CountedObject("a", "shop", NOW - 500, NOW - 61, "active", false));
        tally.added(new CountedObject("b", "shop", NOW - 900, NOW - 59, "finished", false));

        assertThat(figures())
                .containsEntry(".deleting", 1L)
                .containsEntry(".oldest", 900L)
                .containsEntry(".active", 1L)
                .containsEntry(".finished", 1L);
    }

    @Test
    void ofObjectsThatAreANumberNothingElseIsSaid() {
        tally.begin(listed("a"), 600);

        assertThat(figures()).containsOnlyKeys("", ".created", ".removed");
    }

    private Map<String, Long> figures() {
        return tally.figures(JOBS, Instant.ofEpochSecond(NOW));
    }

    private static Map<String, CountedObject> listed(String... uids) {
        Map<String, CountedObject> objects = new HashMap<>();
        for (String uid : uids) {
            objects.put(uid, object(uid));
        }
        return objects;
    }

    private static CountedObject object(String uid) {
        return new CountedObject(uid, "shop", NOW - 10, CountedObject.NEVER, "active", false);
    }
}
