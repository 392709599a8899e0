package dev.seep.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A server on the loopback that does not close the connections its clients have closed. */
final class CloseWaitLeak implements DemoBehaviour {
    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final List<Socket> kept = new ArrayList<>();

    CloseWaitLeak() throws IOException {}

    @Override
    public void tick() throws IOException {
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        kept.add(server.accept());
        client.close();
    }
}
