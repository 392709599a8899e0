package dev.seep.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Table of the processes of a poll, without those of the probe. */
final class ProcessTable {
    /**
     * Fields of {@code /proc/PID/stat}, see proc(5).
     *
     * @param state one letter, {@code Z} for a zombie
     */
    record Row(long pid, char state, long threads, long residentPages) {
        boolean isLiving() {
            return state != 'Z' && state != 'X' && state != 'x';
        }
    }

    private final List<Row> rows;
    private final boolean malformed;

    private ProcessTable(List<Row> rows, boolean malformed) {
        this.rows = rows;
        this.malformed = malformed;
    }

    /** @param section a line for each process: PID, state, threads, resident pages */
    static ProcessTable parse(String section) {
        List<Row> rows = new ArrayList<>();
        for (String line : section.lines().toList()) {
            Optional<Row> row = row(line.split(" "));
            if (row.isEmpty()) {
                return new ProcessTable(List.of(), true);
            }
            rows.add(row.get());
        }
        return new ProcessTable(rows, false);
    }

    private static Optional<Row> row(String[] words) {
        if (words.length != 4 || words[1].length() != 1) {
            return Optional.empty();
        }
        Row row = new Row(
                ProbeAnswer.number(words[0]),
                words[1].charAt(0),
                ProbeAnswer.number(words[2]),
                ProbeAnswer.number(words[3]));
        return row.pid() < 0 || row.threads() < 0 || row.residentPages() < 0 ? Optional.empty() : Optional.of(row);
    }

    List<Row> rows() {
        return rows;
    }

    boolean isMalformed() {
        return malformed;
    }

    boolean hasZombie(long pid) {
        return rows.stream().anyMatch(row -> row.pid() == pid && !row.isLiving());
    }
}
