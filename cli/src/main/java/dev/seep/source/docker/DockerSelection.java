package dev.seep.source.docker;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Selection of containers.
 *
 * @param projects of Compose, {@code docker} for containers of none; none means all
 * @param labels {@code tier} or {@code tier=front}, with commas between them, all of which a container must have; null
 *     for any
 * @param include a container's name or service must have a match of it, null for all
 * @param exclude neither may have a match of it, null for none
 * @param names of containers, or of services of Compose, also as {@code service/web}; none means all
 */
public record DockerSelection(
        List<String> projects,
        @Nullable String labels,
        @Nullable Pattern include,
        @Nullable Pattern exclude,
        List<String> names) {
    /** @throws IllegalArgumentException if the labels are told in a way that engines do not know */
    public DockerSelection {
        if (labels != null && !labels.matches("[^!()]+")) {
            throw new IllegalArgumentException(
                    "'" + labels + "': containers are selected by label or label=value, with commas between them");
        }
        projects = List.copyOf(projects);
        names = List.copyOf(names);
    }

    boolean covers(Container container) {
        return (projects.isEmpty() || projects.contains(container.project()))
                && hasLabels(container)
                && (include == null || matches(include, container))
                && (exclude == null || !matches(exclude, container))
                && (names.isEmpty() || names.stream().anyMatch(name -> isCalled(name, container)));
    }

    private boolean hasLabels(Container container) {
        return labels == null
                || Arrays.stream(labels.split(",", -1)).allMatch(wanted -> {
                    String[] label = wanted.strip().split("==?", 2);
                    String value = container.labels().get(label[0]);
                    return value != null && (label.length == 1 || value.equals(label[1]));
                });
    }

    private static boolean matches(Pattern pattern, Container container) {
        return pattern.matcher(container.name()).find()
                || pattern.matcher(container.role()).find();
    }

    private static boolean isCalled(String name, Container container) {
        return name.equals(container.name()) || name.equals(container.role()) || name.equals(container.workload());
    }

    /** For messages: {@code running containers that match app in project shop}. */
    String describe() {
        StringBuilder words = new StringBuilder("running containers");
        append(words, " that match ", include == null ? null : include.pattern());
        append(words, " but not ", exclude == null ? null : exclude.pattern());
        append(words, " of ", names.isEmpty() ? null : String.join(", ", names));
        append(
                words,
                " in project ",
                projects.isEmpty() ? null : projects.stream().collect(Collectors.joining(", ")));
        append(words, " with labels ", labels);
        return words.toString();
    }

    private static void append(StringBuilder words, String before, @Nullable String value) {
        if (value != null) {
            words.append(before).append(value);
        }
    }
}
