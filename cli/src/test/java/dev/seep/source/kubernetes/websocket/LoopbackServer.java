package dev.seep.source.kubernetes.websocket;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;

/** A server on this machine that says, byte for byte, what a test makes it say; the test's thread is its own. */
final class LoopbackServer implements Closeable {
    static final String PROTOCOL = "v5.channel.k8s.io";

    private static final int PATIENCE_MILLIS = 20_000;
    /** Small, so that little fits on the way to a server that does not read. */
    private static final int RECEIVE_BUFFER = 64 << 10;

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final Pattern KEY = Pattern.compile("Sec-WebSocket-Key: (\\S+)\r\n");

    private final ServerSocket socket;

    LoopbackServer() throws IOException {
        this(ServerSocketFactory.getDefault());
    }

    LoopbackServer(ServerSocketFactory sockets) throws IOException {
        socket = sockets.createServerSocket();
        socket.setReceiveBufferSize(RECEIVE_BUFFER);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** Takes the next client, and what it asks for. */
    Client accept() throws IOException {
        return new Client(socket.accept());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** What a client sent. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Frame(int opcode, byte[] payload) {
        String text() {
            return new String(payload, StandardCharsets.ISO_8859_1);
        }
    }

    /** One client, as the server sees it. */
    static final class Client implements Closeable {
        private final Socket socket;
        private final String request;

        Client(Socket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            request = readHead();
        }

        private String readHead() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                head.write(next());
            }
            return head.toString(StandardCharsets.ISO_8859_1);
        }

        String request() {
            return request;
        }

        /** The answer that the client hopes for. */
        String acceptance() {
            return acceptance(PROTOCOL);
        }

        String acceptance(String protocol) {
            Matcher key = KEY.matcher(request);
            if (!key.find()) {
                throw new IllegalStateException(request);
            }
            try {
                byte[] proof = MessageDigest.getInstance("SHA-1")
                        .digest((key.group(1) + MAGIC).getBytes(StandardCharsets.US_ASCII));
                return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(proof)
                        + "\r\nSec-WebSocket-Protocol: " + protocol + "\r\n\r\n";
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        Client upgrade() throws IOException {
            return say(acceptance());
        }

        Client say(String text) throws IOException {
            return send(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        Client send(byte[] bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            return this;
        }

        /** A frame as servers send it: not masked. */
        Client frame(int firstByte, String payload) throws IOException {
            return send(LoopbackServer.frame(firstByte, payload));
        }

        Frame read() throws IOException {
            int opcode = next() & 0x0f;
            int length = next() - Frames.MASKED;
            if (length < 0) {
                throw new IOException("a client masks what it sends");
            }
            int more = length == Frames.TWO_BYTES ? 2 : length == Frames.EIGHT_BYTES ? 8 : 0;
            for (int i = 0; i < more; i++) {
                length = (i == 0 ? 0 : length << 8) | next();
            }
            byte[] mask = socket.getInputStream().readNBytes(4);
            byte[] payload = socket.getInputStream().readNBytes(length);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            return new Frame(opcode, payload);
        }

        /** Whether nothing more comes. */
        boolean isHungUp() throws IOException {
            try {
                return socket.getInputStream().read() < 0;
            } catch (java.net.SocketException reset) {
                return true;
            }
        }

        private int next() throws IOException {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new EOFException("the client hung up");
            }
            return next;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    static byte[] frame(int firstByte, String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer frame = ByteBuffer.allocate(bytes.length + 10).put((byte) firstByte);
        if (bytes.length < Frames.TWO_BYTES) {
            frame.put((byte) bytes.length);
        } else if (bytes.length < 1 << 16) {
            frame.put((byte) Frames.TWO_BYTES).putShort((short) bytes.length);
        } else {
            frame.put((byte) Frames.EIGHT_BYTES).putLong(bytes.length);
        }
        byte[] whole = new byte[frame.flip().remaining() + bytes.length];
        int head = frame.remaining();
        frame.get(whole, 0, head);
        System.arraycopy(bytes, 0, whole, head, bytes.length);
        return whole;
    }
}
