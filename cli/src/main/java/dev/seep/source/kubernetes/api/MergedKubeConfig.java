package dev.seep.source.kubernetes.api;

import dev.seep.source.SourceException;
import dev.seep.source.exec.Messages;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Kubeconfig merged of several files, by kubectl's rules: the first file that names a cluster, a user, a context or the
 * current context wins, and relative paths are relative to the file that they stand in.
 */
final class MergedKubeConfig {
    private static final Map<String, String> SECTIONS =
            Map.of("clusters", "cluster", "users", "user", "contexts", "context");
    private static final List<String> PATHS =
            List.of("certificate-authority", "client-certificate", "client-key", "tokenFile");

    private final List<Path> files;
    private final Map<String, Map<String, Object>> sections = new LinkedHashMap<>();
    private @Nullable String currentContext;

    private MergedKubeConfig(List<Path> files) {
        this.files = files;
        SECTIONS.keySet().forEach(section -> sections.put(section, new LinkedHashMap<>()));
    }

    static MergedKubeConfig read(List<Path> files) throws SourceException {
        MergedKubeConfig merged = new MergedKubeConfig(files);
        for (Path file : files) {
            try {
                merged.add(file, parse(file));
            } catch (MarkedYAMLException e) { // whose message shows the line, which may hold a password
                throw new SourceException("kubeconfig " + file + " cannot be read: no YAML" + place(e));
            } catch (IOException | YAMLException | ClassCastException e) {
                throw new SourceException("kubeconfig " + file + " cannot be read: " + Messages.line(e), e);
            }
        }
        return merged;
    }

    private static String place(MarkedYAMLException e) {
        Mark mark = e.getProblemMark();
        return mark == null ? "" : " in line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
    }

    private static Map<?, ?> parse(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            return root == null ? Map.of() : (Map<?, ?>) root;
        }
    }

    private void add(Path file, Map<?, ?> root) {
        if (currentContext == null && root.get("current-context") instanceof String name && !name.isEmpty()) {
            currentContext = name;
        }
        SECTIONS.forEach((section, body) -> {
            if (root.get(section) instanceof List<?> entries) {
                entries.forEach(entry -> add(file, section, body, (Map<?, ?>) entry));
            }
        });
    }

    private void add(Path file, String section, String body, Map<?, ?> entry) {
        if (entry.get("name") instanceof String name && entry.get(body) instanceof Map<?, ?> value) {
            Map<String, Object> copy = new LinkedHashMap<>();
            value.forEach((key, item) -> copy.put((String) key, item));
            PATHS.forEach(key -> copy.computeIfPresent(key, (same, path) -> absolute(file, (String) path)));
            if (copy.get("exec") instanceof Map<?, ?> exec) {
                copy.put("exec", withAbsoluteCommand(file, exec));
            }
            section(section).putIfAbsent(name, copy);
        }
    }

    private static Map<String, Object> withAbsoluteCommand(Path file, Map<?, ?> exec) {
        Map<String, Object> copy = new LinkedHashMap<>();
        exec.forEach((key, item) -> copy.put((String) key, item));
        copy.computeIfPresent(
                "command",
                (key, command) -> ((String) command).contains("/") ? absolute(file, (String) command) : command);
        return copy;
    }

    private static String absolute(Path file, String path) {
        return path.isEmpty()
                ? path
                : file.toAbsolutePath().resolveSibling(path).toString();
    }

    /** @throws SourceException if there is no such context, or it names a cluster that is not there */
    KubeContext inContext(@Nullable String wanted) throws SourceException {
        String context = wanted != null ? wanted : currentContext;
        if (context == null) {
            throw new SourceException("no current context in " + names() + "; choose one with --context, " + known());
        }
        if (!section("contexts").containsKey(context)) {
            throw new SourceException("context '" + context + "' does not exist in " + names() + "; " + known());
        }
        Map<?, ?> chosen = keys("contexts", context);
        Map<String, Object> cluster = keys("clusters", chosen.get("cluster"));
        if (!(cluster.get("server") instanceof String)) {
            throw new SourceException("context '" + context + "' in " + names() + " names no cluster with a server");
        }
        String namespace = chosen.get("namespace") instanceof String name ? name : "";
        return new KubeContext(files.get(0), context, namespace, cluster, keys("users", chosen.get("user")));
    }

    @SuppressWarnings("unchecked") // add puts in nothing else
    private Map<String, Object> keys(String section, @Nullable Object name) {
        return (Map<String, Object>) section(section).getOrDefault(String.valueOf(name), Map.of());
    }

    private Map<String, Object> section(String name) {
        return Objects.requireNonNull(sections.get(name));
    }

    private String known() {
        Map<String, Object> contexts = section("contexts");
        return contexts.isEmpty() ? "none is known" : "known are " + String.join(", ", contexts.keySet());
    }

    private String names() {
        return files.stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
