package dev.seep.verdict.policy;

import com.fasterxml.jackson.core.JsonLocation;
import java.util.ArrayList;
import java.util.List;

/** Problems of a policy file, collected so that all of them are told at once. */
final class Problems {
    /** Name of a policy that no person wrote: it has no lines. */
    static final String RECORDED = "recorded policy";

    private final String file;
    private final List<String> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(JsonLocation place, String problem) {
        found.add(file + ":" + place.getLineNr() + ":" + place.getColumnNr() + ": "
                + problem.lines().findFirst().orElse(problem));
    }

    /** File and line, for people. */
    String line(JsonLocation place) {
        return file.equals(RECORDED) ? RECORDED : file.substring(file.lastIndexOf('/') + 1) + ":" + place.getLineNr();
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
