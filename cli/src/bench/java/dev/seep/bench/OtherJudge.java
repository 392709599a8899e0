package dev.seep.bench;

import dev.seep.sample.Series;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A judge whose sources are changed in one file, beside the one on the class path. Everything that may hold a copy of a
 * constant is compiled anew: the packages of the trend and of the verdict.
 */
final class OtherJudge implements AutoCloseable {
    private static final List<String> PACKAGES = List.of("dev.seep.trend.", "dev.seep.verdict.");

    /** What the loader of this judge takes from itself. */
    private static final List<String> OWN = Stream.concat(
                    PACKAGES.stream(), Stream.of(Judging.class.getName(), JudgeFile.class.getName()))
            .toList();

    private final Path classes;
    private final Loader loader;

    /**
     * @param sources folder of the packages
     * @param changed the file that is other
     * @param text of this file
     * @throws IllegalArgumentException if it does not compile
     */
    OtherJudge(Path sources, Path changed, String text) throws IOException {
        classes = Files.createTempDirectory("other-judge");
        compile(sources, changed, text);
        loader = new Loader(classes);
    }

    /** The outcome of each series by its name, all of them in one run. */
    @SuppressWarnings("unchecked")
    Map<String, String> judge(List<Series> series) {
        try {
            Object judging = loader.loadClass(Judging.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            return ((Function<List<Series>, Map<String, String>>) judging).apply(series);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void compile(Path sources, Path changed, String text) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> tree = Files.walk(sources)) {
            List<Path> rest = tree.filter(file -> isOfAPackage(sources, file) && !file.equals(changed))
                    .toList();
            Stream<JavaFileObject> units = Stream.concat(
                    Stream.of(new Source(changed, text)),
                    rest.isEmpty() ? Stream.of() : stream(files.getJavaFileObjectsFromPaths(rest)));
            List<String> options = List.of("-proc:none", "-nowarn", "-g:none", "-d", classes.toString());
            if (!compiler.getTask(said, files, null, options, null, units.toList())
                    .call()) {
                throw new IllegalArgumentException(said.toString());
            }
        }
    }

    private static Stream<JavaFileObject> stream(Iterable<? extends JavaFileObject> units) {
        Stream.Builder<JavaFileObject> all = Stream.builder();
        units.forEach(all);
        return all.build();
    }

    private static boolean isOfAPackage(Path sources, Path file) {
        String name = sources.relativize(file).toString().replace('/', '.');
        return name.endsWith(".java") && PACKAGES.stream().anyMatch(name::startsWith);
    }

    @Override
    public void close() throws IOException {
        loader.close();
        try (Stream<Path> tree = Files.walk(classes)) {
            for (Path path : tree.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(Path file, String text) {
            super(file.toUri(), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Takes what judges from itself first, and all else, the series among it, from whom everybody has it. */
    private static final class Loader extends URLClassLoader {
        Loader(Path classes) {
            super(urls(classes), Loader.class.getClassLoader());
        }

        private static URL[] urls(Path first) {
            Stream<Path> path = Arrays.stream(
                            System.getProperty("java.class.path").split(":", -1))
                    .map(Path::of);
            return Stream.concat(Stream.of(first), path)
                    .map(Path::toUri)
                    .map(Loader::url)
                    .toArray(URL[]::new);
        }

        private static URL url(URI uri) {
            try {
                return uri.toURL();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (OWN.stream().noneMatch(name::startsWith)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
