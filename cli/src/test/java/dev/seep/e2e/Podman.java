package dev.seep.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Podman of its own, with its own store and service, driven with its command line as a tester would. Its images hold
 * a static busybox of this machine; nothing is pulled.
 */
final class Podman implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final String BUSYBOX = "localhost/seep-it/busybox:1";
    private static final String SHELLLESS = "localhost/seep-it/shell-less:1";
    /** Within what any machine allows, where the default of Podman may be above. */
    private static final List<String> LIMITS =
            List.of("--ulimit", "nofile=1024:4096", "--ulimit", "nproc=1024:1024", "--network", "none");

    private final Path folder;
    private final Process service;

    private Podman(Path folder) throws IOException {
        this.folder = folder;
        this.service = start("system", "service", "--time=0", "unix://" + socket());
    }

    /** @throws IllegalStateException if containers cannot be run here, with the reason */
    static Podman in(Path folder) throws IOException, InterruptedException {
        Podman podman = new Podman(folder);
        try {
            podman.image("busybox", BUSYBOX, "sh", "awk", "nc", "sleep", "echo", "cat", "grep", "wc");
            podman.image("shell-less", SHELLLESS, "sleep");
            podman.start("trial", "trial", "trial", List.of("--rm"), "true");
        } catch (IllegalStateException unable) {
            podman.close();
            throw unable;
        }
        return podman;
    }

    Path socket() {
        return folder.resolve("engine.sock");
    }

    private void image(String name, String tag, String... programs) throws IOException, InterruptedException {
        Path root = Files.createDirectories(folder.resolve(name));
        Path bin = Files.createDirectory(root.resolve("bin"));
        for (String directory : List.of("tmp", "proc", "dev", "sys", "etc", "run")) {
            Files.createDirectory(root.resolve(directory));
        }
        String busybox = command("sh", "-c", "command -v busybox").strip();
        Files.copy(Path.of(busybox), bin.resolve(programs[0]));
        for (String program : Arrays.asList(programs).subList(1, programs.length)) {
            Files.createSymbolicLink(bin.resolve(program), Path.of(programs[0]));
        }
        Files.createSymbolicLink(bin.resolve("true"), Path.of(programs[0]));
        Path tar = folder.resolve(name + ".tar");
        command("tar", "-C", root.toString(), "-cf", tar.toString(), ".");
        podman("import", "--quiet", tar.toString(), tag);
    }

    /** Starts a container of a service of Compose. */
    void start(String project, String name, String service, List<String> options, String... command)
            throws IOException, InterruptedException {
        List<String> args = new ArrayList<>(List.of("run", "-d", "--name", name));
        args.addAll(LIMITS);
        args.addAll(List.of("--label", "com.docker.compose.project=" + project));
        args.addAll(List.of("--label", "com.docker.compose.service=" + service));
        args.addAll(options);
        args.add(service.equals("no-shell") ? SHELLLESS : BUSYBOX);
        args.addAll(List.of(command));
        podman(args.toArray(String[]::new));
    }

    /** Runs podman and returns what it printed. */
    String podman(String... args) throws IOException, InterruptedException {
        return command(arguments(args));
    }

    private String[] arguments(String... args) {
        List<String> command = new ArrayList<>(List.of(
                "podman",
                // The other drivers mount their stores, which would be in the way of deleting them.
                "--storage-driver",
                "vfs",
                "--root",
                folder.resolve("store").toString(),
                "--runroot",
                folder.resolve("run").toString()));
        command.addAll(List.of(args));
        return command.toArray(String[]::new);
    }

    private Process start(String... args) throws IOException {
        return new ProcessBuilder(arguments(args))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("service.log").toFile())
                .start();
    }

    private String command(String... command) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "command", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        String out = Files.readString(log, StandardCharsets.UTF_8);
        if (!ended || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", command) + ": " + out.strip());
        }
        return out;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try {
            podman("rm", "--all", "--force", "--time", "0");
            podman("rmi", "--all", "--force");
        } finally {
            service.destroy();
            service.waitFor();
        }
    }
}
