package dev.seep.source.kubernetes.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.source.kubernetes.websocket.LoopbackServer.Client;
import dev.seep.source.kubernetes.websocket.LoopbackServer.Frame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an open web socket carries, and how it ends. */
class TrafficTest {
    private static final int FINAL_BINARY = 0x82;
    private static final int FIRST_BINARY = 0x02;
    private static final int MIDDLE = 0x00;
    private static final int END = 0x80;
    private static final int CLOSE = 0x88;
    private static final int PING = 0x89;
    private static final int PONG = 0x8a;
    private static final String IN_ORDER = "\u0003\u00e8";

    private final WebSockets webSockets = new WebSockets(null, Runnable::run);
    private final HeardEvents heard = new HeardEvents();
    private final List<Client> clients = new ArrayList<>();
    private LoopbackServer server;

    @BeforeEach
    void listen() throws IOException {
        server = new LoopbackServer();
    }

    @AfterEach
    void close() throws IOException {
        webSockets.close();
        for (Client client : clients) {
            client.close();
        }
        server.close();
    }

    private Client open(WebSocketListener listener) throws Exception {
        var opening = webSockets.open(
                server.address(),
                new UpgradeRequest("localhost", "/", List.of(LoopbackServer.PROTOCOL), Map.of()),
                listener,
                60_000);
        Client client = server.accept().upgrade();
        clients.add(client);
        opening.get(20, TimeUnit.SECONDS);
        return client;
    }

    private Client open() throws Exception {
        Client client = open(heard);
        assertThat(heard.next()).startsWith("opened");
        return client;
    }

    /** One thread serves all: when it has opened another socket, it has done what was there to do before. */
    private void letTheNetworkCatchUp() throws Exception {
        open(new HeardEvents());
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void messageInFragmentsIsOneMessageAndPingsMayComeBetween() throws Exception {
        Client client = open();
        client.frame(FIRST_BINARY, "one ")
                .frame(PING, "a")
                .frame(MIDDLE, "two ")
                .frame(PING, "b")
                .frame(END, "three");
        assertThat(heard.next()).isEqualTo("message one two three");
        assertThat(client.read().text()).isEqualTo("a");
        Frame second = client.read();
        assertThat(second.opcode()).isEqualTo(Frames.PONG);
        assertThat(second.text()).isEqualTo("b");
    }

    @Test
    void framesMayComeByteByByte() throws Exception {
        Client client = open();
        for (byte[] frame : List.of(
                LoopbackServer.frame(FIRST_BINARY, "a".repeat(200)),
                LoopbackServer.frame(PING, "still there?"),
                LoopbackServer.frame(END, "b"))) {
            for (byte next : frame) {
                client.send(new byte[] {next});
            }
        }
        assertThat(heard.next()).isEqualTo("message " + "a".repeat(200) + "b");
        assertThat(client.read().text()).isEqualTo("still there?");
    }

    static Stream<Integer> lengths() {
        return Stream.of(0, 1, 125, 126, 127, 65_535, 65_536, 300_000);
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void messagesOfAllLengthsArriveInBothDirections(int length) throws Exception {
        String text = "0123456789".repeat(length / 10 + 1).substring(0, length);
        Client client = open();
        client.frame(FINAL_BINARY, text);
        assertThat(heard.next()).isEqualTo("message " + text);
        heard.socket().send(bytes(text));
        Frame frame = client.read();
        assertThat(frame.opcode()).isEqualTo(Frames.BINARY);
        assertThat(frame.text()).isEqualTo(text);
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                Arguments.of("masked frames", "\u0082\u0085\0\0\0\0hello"),
                Arguments.of("no web socket", "\u00c2\5hello"),
                Arguments.of("no web socket", "\u00a2\5hello"),
                Arguments.of("no web socket", "\u0092\5hello"),
                Arguments.of("no web socket", "HTTP/1.1 408 Request Timeout"),
                Arguments.of("opcode 3", "\u0083\5hello"),
                Arguments.of("opcode 11", "\u008b\0"),
                Arguments.of("out of turn", "\u0080\5hello"),
                Arguments.of("out of turn", "\2\2he\u0082\3llo"),
                Arguments.of("control frame of 126 bytes", "\u0089~\0~" + "x".repeat(126)),
                Arguments.of("control frame in pieces", "\u0009\1x"),
                Arguments.of("length", "\u0082\u007f\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00fb\u0081\3abc"));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void whatNoServerMaySendBreaksTheConnection(String words, String sent) throws Exception {
        Client client = open();
        client.say(sent);
        assertThat(heard.next()).startsWith("broke the server sends").contains(words);
        assertThat(client.isHungUp()).isTrue();
        assertThat(heard.isEmpty()).isTrue();
    }

    @Test
    void frameWithoutEndIsHandedOnInPieces() throws Exception {
        java.util.concurrent.CountDownLatch megabyte = new java.util.concurrent.CountDownLatch(1 << 20);
        Client client = open(new WebSocketListener() {
            @Override
            public void opened(WebSocket socket) {}

            @Override
            public void received(ByteBuffer data, boolean last) {
                for (int i = 0; i < data.remaining(); i++) {
                    megabyte.countDown();
                }
                if (last || data.remaining() > 64 << 10) {
                    throw new IllegalStateException("a piece of " + data.remaining());
                }
            }

            @Override
            public void closed(String reason) {}

            @Override
            public void broke(Exception failure) {}
        });
        client.send(ByteBuffer.allocate(10)
                .put((byte) FINAL_BINARY)
                .put((byte) Frames.EIGHT_BYTES)
                .putLong(1L << 62)
                .array());
        for (int i = 0; i < 16; i++) {
            client.send(new byte[1 << 16]);
        }
        assertThat(megabyte.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void pingIsSentAndItsPongIsNoNews() throws Exception {
        Client client = open();
        heard.socket().ping();
        assertThat(client.read().opcode()).isEqualTo(Frames.PING);
        client.frame(PONG, "").frame(PONG, "nobody asked").frame(FINAL_BINARY, "next");
        assertThat(heard.next()).isEqualTo("message next");
    }

    @Test
    void closeOfTheServerIsHeardOnceWithItsReasonAndAnswered() throws Exception {
        Client client = open();
        client.send(new byte[] {(byte) CLOSE, 5, 3, (byte) 0xe8, 'b', 'y', 'e', (byte) CLOSE, 0, (byte) PING, 0});
        assertThat(heard.next()).isEqualTo("closed bye");
        assertThat(client.read()).returns(Frames.CLOSE, Frame::opcode).returns(IN_ORDER, Frame::text);
        assertThat(client.isHungUp()).isTrue();
        letTheNetworkCatchUp();
        assertThat(heard.isEmpty()).isTrue();
    }

    @Test
    void closeNeedsNoReason() throws Exception {
        open().frame(CLOSE, "");
        assertThat(heard.next()).isEqualTo("closed ");
    }

    @Test
    void connectionThatEndsWithoutAWordIsBroken() throws Exception {
        Client client = open();
        client.frame(FIRST_BINARY, "half a mess");
        client.close();
        assertThat(heard.next()).isEqualTo("broke the connection ended");
    }

    @Test
    void whoClosesSaysSoAndHearsNothingMore() throws Exception {
        Client client = open();
        heard.socket().send(bytes("last words"));
        heard.socket().close();
        assertThat(client.read().text()).isEqualTo("last words");
        assertThat(client.read()).returns(Frames.CLOSE, Frame::opcode).returns(IN_ORDER, Frame::text);
        assertThat(client.isHungUp()).isTrue();
        heard.socket().send(bytes("too late"));
        heard.socket().ping();
        heard.socket().close();
        letTheNetworkCatchUp();
        assertThat(heard.isEmpty()).isTrue();
    }

    @Test
    void whatTheServerDoesNotTakeYetIsKeptInOrder() throws Exception {
        Client client = open();
        int messages = room() / 10_000 + 40;
        for (int i = 0; i < messages; i++) {
            heard.socket().send(bytes(i + "x".repeat(10_000)));
        }
        heard.socket().send(bytes("the end"));
        List<String> starts = new ArrayList<>();
        for (Frame frame = client.read(); !frame.text().equals("the end"); frame = client.read()) {
            starts.add(frame.text().substring(0, frame.text().indexOf('x')));
        }
        assertThat(starts)
                .isEqualTo(
                        IntStream.range(0, messages).mapToObj(String::valueOf).toList());
    }

    @Test
    void serverThatTakesNothingAtAllIsGivenUp() throws Exception {
        Client client = open();
        for (int i = 0; i < 200; i++) {
            heard.socket().send(bytes("x".repeat(60_000)));
        }
        assertThat(heard.next()).startsWith("broke the server takes nothing");
        letTheNetworkCatchUp();
        assertThat(heard.isEmpty()).isTrue();
        client.close();
    }

    /** How much the kernel takes for a server that reads nothing: only what is more waits in this process. */
    private int room() throws IOException {
        try (LoopbackServer deaf = new LoopbackServer();
                SocketChannel channel = SocketChannel.open(deaf.address())) {
            channel.configureBlocking(false);
            ByteBuffer message = ByteBuffer.allocate(10_000);
            int taken = 0;
            for (int now = channel.write(message); now > 0; now = channel.write(message.clear())) {
                taken += now;
            }
            return taken;
        }
    }

    @Test
    void pingsThatComeFasterThanTheirPongsAreTakenAreNotAllAnswered() throws Exception {
        int pings = 100_000;
        Client client = open();
        byte[] ping = LoopbackServer.frame(PING, "p".repeat(125));
        for (int i = 0; i < pings; i++) {
            client.send(ping);
        }
        client.frame(FINAL_BINARY, "enough");
        assertThat(heard.next()).isEqualTo("message enough");
        heard.socket().send(bytes("the end"));
        int pongs = 0;
        while (client.read().opcode() == Frames.PONG) {
            pongs++;
        }
        assertThat(pongs).isBetween(1, pings - 1);
    }

    @Test
    void listenerThatFailsLosesItsOwnConnectionAndNoOther() throws Exception {
        Client broken = open(new WebSocketListener() {
            @Override
            public void opened(WebSocket socket) {}

            @Override
            public void received(ByteBuffer data, boolean last) {
                throw new StackOverflowError("a listener");
            }

            @Override
            public void closed(String reason) {}

            @Override
            public void broke(Exception failure) {
                throw new IllegalStateException("and again");
            }
        });
        Client client = open();
        broken.frame(FINAL_BINARY, "bang");
        assertThat(broken.isHungUp()).isTrue();
        client.frame(FINAL_BINARY, "and on");
        assertThat(heard.next()).isEqualTo("message and on");
    }

    @Test
    void closingAllHangsUpEverywhereWithoutAWordToTheListeners() throws Exception {
        List<HeardEvents> listeners = Stream.generate(HeardEvents::new).limit(5).toList();
        for (HeardEvents listener : listeners) {
            open(listener);
            assertThat(listener.next()).startsWith("opened");
        }
        webSockets.close();
        webSockets.close();
        for (Client client : clients) {
            assertThat(client.isHungUp()).isTrue();
        }
        assertThat(listeners).allMatch(HeardEvents::isEmpty);
    }
}
