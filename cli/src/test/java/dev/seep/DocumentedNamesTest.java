package dev.seep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A map that names what is not there leads astray. */
class DocumentedNamesTest {
    private static final Path TOP = Path.of("..");
    /** {@code ClassName}, also with a member: {@code ProbeSet.read}. */
    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]\\w*)(?:\\.\\w+)?`");
    /** Types of others that the documents speak of. */
    private static final Set<String> FOREIGN = Set.of("V1Pod", "SocketChannel", "ApiClient", "Exec");

    @ParameterizedTest
    @ValueSource(strings = {"ARCHITECTURE.md", "CONTRIBUTING.md", "docs", "cli/src/bench/README.md"})
    void everyTypeThatADocumentNamesIsThere(String documents) throws IOException {
        Set<String> known = sources();
        Set<String> unknown = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TOP.resolve(documents))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".md")).toList()) {
                Matcher type = TYPE.matcher(Files.readString(file));
                while (type.find()) {
                    if (!known.contains(type.group(1)) && !FOREIGN.contains(type.group(1))) {
                        unknown.add(file.getFileName() + ": " + type.group(1));
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void theMapNamesEveryPackageThatIsOfferedToStartWith() throws IOException {
        String map = Files.readString(TOP.resolve("ARCHITECTURE.md"));
        try (Stream<Path> packages = Files.list(Path.of("src/main/java/dev/seep"))) {
            assertThat(packages.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .allSatisfy(name -> assertThat(map).contains("`" + name));
        }
    }

    private static Set<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
