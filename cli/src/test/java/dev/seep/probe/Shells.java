package dev.seep.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The shells of this machine, and a resident script in one of them. */
final class Shells {
    private Shells() {}

    /** How to start each of them; the last one of each kind finds no other program, as in an image with a shell alone. */
    static Stream<List<String>> all() {
        return Stream.of(
                        List.of("/bin/sh"),
                        List.of("/usr/bin/dash"),
                        List.of("/usr/bin/bash"),
                        List.of("/usr/bin/busybox", "sh"),
                        List.of("/usr/bin/env", "PATH=/nowhere", "/usr/bin/dash"),
                        List.of("/usr/bin/env", "PATH=/nowhere", "/usr/bin/bash"))
                .filter(shell -> shell.stream()
                        .filter(word -> word.startsWith("/"))
                        .allMatch(word -> Files.isExecutable(Path.of(word))));
    }

    /** A resident script that is asked until it is closed. */
    static final class Resident implements AutoCloseable {
        private final Process process;
        private final BufferedReader out;

        Resident(List<String> shell, String program) {
            List<String> command = new ArrayList<>(shell);
            command.addAll(List.of("-c", program));
            try {
                process = new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        String ask(PollRequest pollRequest, List<Long> pids) throws IOException {
            StringBuilder line = new StringBuilder(pollRequest.line());
            pids.forEach(pid -> line.append(' ').append(pid));
            process.getOutputStream().write(line.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1));
            process.getOutputStream().flush();
            StringBuilder answer = new StringBuilder();
            String last;
            do {
                last = out.readLine();
                answer.append(last).append('\n');
            } while (last != null && !last.equals(pollRequest.endMark()));
            return answer.toString();
        }

        Process process() {
            return process;
        }

        @Override
        public void close() throws IOException {
            process.getOutputStream().close();
            process.onExit().join();
        }
    }
}
