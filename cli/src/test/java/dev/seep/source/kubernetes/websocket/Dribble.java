package dev.seep.source.kubernetes.websocket;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Passes one connection on to a server, in both directions, each byte for itself. */
final class Dribble implements Closeable {
    private final ServerSocket entrance = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

    Dribble(InetSocketAddress server) throws IOException {
        onThread(() -> {
            Socket client = entrance.accept();
            Socket onward = new Socket(server.getAddress(), server.getPort());
            onThread(() -> pass(client, onward));
            onThread(() -> pass(onward, client));
        });
    }

    InetSocketAddress address() {
        return (InetSocketAddress) entrance.getLocalSocketAddress();
    }

    private static void pass(Socket from, Socket to) throws IOException {
        to.setTcpNoDelay(true);
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                out.write(next);
            }
        }
    }

    private static void onThread(NetworkTask work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException hungUp) {
                        // That is how the test ends it.
                    }
                },
                "dribble");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
