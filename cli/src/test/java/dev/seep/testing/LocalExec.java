package dev.seep.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** An exec by the protocol {@code v4.channel.k8s.io} whose command runs on this machine. */
final class LocalExec extends WebSocketListener {
    private static final int CHUNK = 32 << 10;
    private static final int PATIENCE_MILLIS = 10_000;
    private static final long MOST_WAITING = 1 << 20;

    private final List<String> command;
    private final boolean stdin;
    private volatile @Nullable Process process;

    LocalExec(HttpUrl url) {
        command = url.queryParameterValues("command").stream()
                .map(String::valueOf)
                .toList();
        stdin = "true".equals(url.queryParameter("stdin"));
    }

    MockResponse response() {
        return new MockResponse.Builder()
                .webSocketUpgrade(this)
                .setHeader("Sec-WebSocket-Protocol", "v4.channel.k8s.io")
                .build();
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    boolean isOver() {
        return process != null && !process.isAlive();
    }

    void kill() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
        // As real servers do, to show that the channels are there.
        socket.send(ByteString.of((byte) 1));
        try {
            Process started = new ProcessBuilder(command).start();
            process = started;
            if (!stdin) {
                started.getOutputStream().close();
            }
            CompletableFuture<Void> out =
                    CompletableFuture.runAsync(() -> pump(started.getInputStream(), 1, socket), LocalExec::onThread);
            CompletableFuture<Void> err =
                    CompletableFuture.runAsync(() -> pump(started.getErrorStream(), 2, socket), LocalExec::onThread);
            CompletableFuture<Void> unused =
                    CompletableFuture.allOf(out, err).thenRunAsync(() -> end(started, socket), LocalExec::onThread);
        } catch (IOException e) {
            status(
                    socket,
                    "{\"status\":\"Failure\",\"reason\":\"InternalError\",\"message\":\"exec failed: "
                            + String.valueOf(e.getMessage()).replace('"', '\'') + "\"}");
        }
    }

    private static void onThread(Runnable work) {
        Thread thread = new Thread(work, "local-exec");
        thread.setDaemon(true);
        thread.start();
    }

    private static void pump(InputStream from, int channel, WebSocket socket) {
        byte[] buffer = new byte[CHUNK];
        buffer[0] = (byte) channel;
        try {
            for (int read = from.read(buffer, 1, CHUNK - 1); read > 0; read = from.read(buffer, 1, CHUNK - 1)) {
                socket.send(ByteString.of(buffer, 0, read + 1));
                awaitReader(socket);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** OkHttp gives up a socket on which more than 16 MiB wait. */
    private static void awaitReader(WebSocket socket) {
        for (int waited = 0; waited < PATIENCE_MILLIS && socket.queueSize() > MOST_WAITING; waited++) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void end(Process ended, WebSocket socket) {
        int code = ended.onExit().join().exitValue();
        status(socket, code == 0 ? "{\"metadata\":{},\"status\":\"Success\"}" : """
                        {"metadata":{},"status":"Failure","message":"command terminated with non-zero exit code",
                         "reason":"NonZeroExitCode","details":{"causes":[{"reason":"ExitCode","message":"%d"}]}}
                        """.formatted(code));
    }

    private static void status(WebSocket socket, String json) {
        socket.send(ByteString.encodeUtf8("\u0003" + json));
        socket.close(1000, null);
    }

    @Override
    public void onMessage(WebSocket socket, ByteString message) {
        Process running = process;
        if (running == null || message.size() == 0 || message.getByte(0) != 0) {
            return;
        }
        try {
            OutputStream input = running.getOutputStream();
            message.substring(1).write(input);
            input.flush();
        } catch (IOException e) {
            closeInput();
        }
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
        closeInput();
        socket.close(code, null);
    }

    @Override
    public void onFailure(WebSocket socket, Throwable failure, @Nullable Response response) {
        closeInput();
    }

    private void closeInput() {
        try {
            if (process != null) {
                process.getOutputStream().close();
            }
        } catch (IOException e) {
            // It ended by itself.
        }
    }
}
