package dev.seep.verdict.policy;

import com.fasterxml.jackson.core.JsonLocation;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a policy, so that all of it is told at once. */
final class Problems {
    private final String file;
    private final List<String> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(JsonLocation place, String problem) {
        found.add(file + ":" + place.getLineNr() + ":" + place.getColumnNr() + ": "
                + problem.lines().findFirst().orElse(problem));
    }

    /** @throws PolicyException if there are any */
    void check() {
        if (!found.isEmpty()) {
            throw exception();
        }
    }

    PolicyException exception() {
        return new PolicyException(found);
    }
}
