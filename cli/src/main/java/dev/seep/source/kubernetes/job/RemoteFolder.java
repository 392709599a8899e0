package dev.seep.source.kubernetes.job;

import dev.seep.source.ExecResult;
import dev.seep.source.ExecResult.Cases;
import dev.seep.source.SourceException;
import dev.seep.source.exec.ExecTarget;
import dev.seep.source.exec.Messages;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.api.KubernetesConnection;
import dev.seep.source.kubernetes.exec.ExecEngine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Files of a folder in a container, read with sh, find, sha256sum, tail, head and gzip. Execs are cut without a word
 * sometimes; a piece that is not whole is asked for again.
 */
final class RemoteFolder implements AutoCloseable {
    /** Of a file, before it is packed; so small that even noise fits into one answer. */
    static final int PIECE = 8 << 20;

    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 3;
    private static final Pattern SUM = Pattern.compile("([0-9a-f]{64}) [ *]\\./(.+)");
    /** Names as seep gives them; anything else could lead out of the folder. */
    private static final Pattern NAME = Pattern.compile("(?!\\.)[A-Za-z0-9._-]+(/(?!\\.)[A-Za-z0-9._-]+)*");

    private final ExecEngine engine;
    private final ExecTarget target;
    private final String folder;

    RemoteFolder(Cluster cluster, ExecTarget target, String folder) {
        this.engine = new ExecEngine(cluster, KubernetesConnection.DEFAULT_KEEP_ALIVE);
        this.target = target;
        this.folder = folder;
    }

    /** The files and their SHA-256, without the hidden ones. */
    Map<String, String> sums() throws SourceException {
        String script = "cd " + quoted(folder) + " && find . -type f ! -name '.*' -exec sha256sum {} +";
        String out = new String(run(script, false), StandardCharsets.ISO_8859_1);
        Map<String, String> sums = new LinkedHashMap<>();
        for (String line : out.split("\n")) {
            Matcher sum = SUM.matcher(line);
            if (!sum.matches() || !NAME.matcher(sum.group(2)).matches()) {
                throw new SourceException(target + ": what is in " + folder + " is no run: " + Messages.line(line));
            }
            sums.put(sum.group(2), sum.group(1));
        }
        return sums;
    }

    /** A piece of a file; shorter than {@link #PIECE} at its end. */
    byte[] piece(String file, long from) throws SourceException {
        return run(
                "cd " + quoted(folder) + " && tail -c +" + (from + 1) + " " + quoted(file) + " | head -c " + PIECE
                        + " | gzip -1",
                true);
    }

    private byte[] run(String script, boolean packed) throws SourceException {
        String fault = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ExecResult result =
                    engine.run(target, script, DEADLINE).toCompletableFuture().join();
            if (result instanceof ExecResult.Exited exited && exited.status() == 0) {
                byte[] bytes = exited.out().getBytes(StandardCharsets.ISO_8859_1);
                try {
                    return packed ? unpacked(bytes) : bytes;
                } catch (IOException e) {
                    fault = "the answer is not whole";
                }
            } else {
                fault = words(result);
            }
        }
        throw new SourceException("cannot read " + folder + " of the Job: " + fault);
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private String words(ExecResult result) {
        return result.fold(new Cases<>(
                exited -> "exit " + exited.status() + " " + Messages.line(exited.err()),
                answered -> target + " did not say how the command ended",
                seen -> target + " did not say how the command ended",
                timedOut -> target + " gave no answer within " + DEADLINE.toSeconds() + " s",
                ExecResult.Failed::message));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    @Override
    public void close() {
        engine.close();
    }
}
