package dev.seep.store.csv;

import dev.seep.sample.Worded;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Roles of the columns of a foreign CSV file, by the names in its header. */
public final class Columns {
    enum Role implements Worded {
        TIME("time ts timestamp t date datetime"),
        SERIES("series name metric"),
        VALUE("value v val"),
        LIFE("life instance incarnation"),
        UNIT("unit units"),
        LIMIT("limit max");

        private static final Set<Role> REQUIRED = Set.of(TIME, SERIES, VALUE);

        private final String obvious;

        Role(String obvious) {
            this.obvious = obvious;
        }
    }

    private static final String EXAMPLE = "time=ts,series=name,value=v,life=instance,unit=unit,limit=limit";

    private final Map<Role, String> names;

    private Columns(Map<Role, String> names) {
        this.names = new EnumMap<>(names);
    }

    /**
     * Reads {@code time=ts,series=name,value=v}, with {@code life}, {@code unit} and {@code limit} where there are such
     * columns.
     *
     * @throws IllegalArgumentException if the text is not of this form
     */
    public static Columns parse(String text) {
        Map<Role, String> names = new EnumMap<>(Role.class);
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1 || equals == part.length() - 1) {
                throw wrong("'" + part + "' is not WHAT=COLUMN");
            }
            String word = part.substring(0, equals).strip();
            Role role = Worded.find(Role.class, word).orElseThrow(() -> wrong("unknown '" + word + "'"));
            if (names.put(role, part.substring(equals + 1).strip()) != null) {
                throw wrong(role.word() + " is named twice");
            }
        }
        for (Role role : Role.values()) {
            if (Role.REQUIRED.contains(role) && !names.containsKey(role)) {
                throw wrong(role.word() + "= is missing");
            }
        }
        return new Columns(names);
    }

    /** The columns that go by obvious names, empty if one that is needed does not. */
    static Optional<Columns> obvious(List<String> header) {
        Map<Role, String> names = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            Stream.of(role.obvious.split(" ", -1))
                    .flatMap(name ->
                            header.stream().filter(column -> column.strip().equalsIgnoreCase(name)))
                    .findFirst()
                    .ifPresent(column -> names.put(role, column.strip()));
        }
        return names.keySet().containsAll(Role.REQUIRED) ? Optional.of(new Columns(names)) : Optional.empty();
    }

    /**
     * The place of a column in this header, -1 if no column was named for it.
     *
     * @throws IllegalArgumentException if the header does not have the column
     */
    int place(Role role, List<String> header) {
        String name = names.get(role);
        if (name == null) {
            return -1;
        }
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).strip().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no column '" + name + "' for " + role.word() + "; there are "
                + header.stream().map(String::strip).collect(Collectors.joining(", ")));
    }

    private static IllegalArgumentException wrong(String problem) {
        return new IllegalArgumentException("columns: " + problem + "; write them as in " + EXAMPLE);
    }
}
