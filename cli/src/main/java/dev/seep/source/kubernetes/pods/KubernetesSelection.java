package dev.seep.source.kubernetes.pods;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Selection of containers.
 *
 * @param namespaces to search; none means that of the context
 * @param allNamespaces all, whatever {@code namespaces} says
 * @param labels label selector for pods, null for all
 * @param fields field selector for pods, null for all
 * @param include a container's name must have a match of it, null for all
 * @param exclude a container's name must not have a match of it, null for none
 * @param initContainers whether init containers count while they run; sidecars, which are init containers that keep
 *     running, always do
 * @param ephemeralContainers whether containers of {@code kubectl debug} count
 * @param owners workloads or pods of which a pod must belong to one; none means all
 */
public record KubernetesSelection(
        List<String> namespaces,
        boolean allNamespaces,
        @Nullable String labels,
        @Nullable String fields,
        @Nullable Pattern include,
        @Nullable Pattern exclude,
        boolean initContainers,
        boolean ephemeralContainers,
        List<OwnerName> owners) {
    public KubernetesSelection {
        namespaces = List.copyOf(namespaces);
        owners = List.copyOf(owners);
    }

    /** Every container of these namespaces, or of the context's. */
    public static KubernetesSelection of(String... namespaces) {
        return new KubernetesSelection(List.of(namespaces), false, null, null, null, null, false, false, List.of());
    }

    /** For messages: {@code containers 'app' of deployment/web in namespace shop with labels tier=front}. */
    public String describe(String defaultNamespace) {
        StringBuilder words = new StringBuilder("running containers");
        append(words, " that match ", include == null ? null : include.pattern());
        append(words, " but not ", exclude == null ? null : exclude.pattern());
        append(
                words,
                " of ",
                owners.isEmpty()
                        ? null
                        : owners.stream().map(OwnerName::toString).collect(Collectors.joining(", ")));
        words.append(allNamespaces ? " in all namespaces" : " in namespace " + names(defaultNamespace));
        append(words, " with labels ", labels);
        append(words, " with fields ", fields);
        return words.toString();
    }

    private String names(String defaultNamespace) {
        return namespaces.isEmpty() ? defaultNamespace : namespaces.stream().collect(Collectors.joining(", "));
    }

    private static void append(StringBuilder words, String before, @Nullable String value) {
        if (value != null) {
            words.append(before).append(value);
        }
    }
}
