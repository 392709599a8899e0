package dev.seep.source.kubernetes.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.seep.sample.Threads;
import dev.seep.source.kubernetes.websocket.LoopbackServer.Client;
import dev.seep.testing.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    private static final String LOOPBACK = "127.0.0.1";

    private static SSLContext ofServer;
    private static SSLContext ofClient;

    private final HeardEvents heard = new HeardEvents();
    private String version = "TLSv1.3";
    private LoopbackServer server;
    private WebSockets webSockets;

    @BeforeAll
    static void makeKeys() throws Exception {
        TestCertificate certificate = TestCertificate.forAddress(LOOPBACK);
        ofServer = certificate.server();
        ofClient = certificate.client();
    }

    @BeforeEach
    void listen() throws IOException {
        server = new LoopbackServer(ofServer.getServerSocketFactory());
        webSockets = new WebSockets(this::engine, Threads.pool(2, "tls-test"));
    }

    private SSLEngine engine() {
        SSLEngine engine = ofClient.createSSLEngine(LOOPBACK, 0);
        engine.setUseClientMode(true);
        engine.setEnabledProtocols(new String[] {version});
        return engine;
    }

    @AfterEach
    void close() throws IOException {
        webSockets.close();
        server.close();
    }

    private CompletableFuture<Void> open(InetSocketAddress address, WebSocketListener listener) {
        return webSockets.open(
                address,
                new UpgradeRequest("localhost", "/", List.of(LoopbackServer.PROTOCOL), Map.of()),
                listener,
                60_000);
    }

    private Client open(WebSocketListener listener) throws Exception {
        CompletableFuture<Void> opening = open(server.address(), listener);
        Client client = server.accept().upgrade();
        opening.get(20, TimeUnit.SECONDS);
        return client;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void messagesGoBothWaysHoweverManyRecordsTheyTake(String chosen) throws Exception {
        version = chosen;
        String large = "0123456789".repeat(10_000);
        try (Client client = open(heard)) {
            assertThat(heard.next()).isEqualTo("opened " + LoopbackServer.PROTOCOL);
            client.frame(0x82, "small").frame(0x82, large).frame(0x89, "ping");
            assertThat(heard.next()).isEqualTo("message small");
            assertThat(heard.next()).isEqualTo("message " + large);
            assertThat(client.read().text()).isEqualTo("ping");
            heard.socket().send(bytes(large));
            assertThat(client.read().text()).isEqualTo(large);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void recordsMayComeByteByByte(String chosen) throws Exception {
        version = chosen;
        try (Dribble dribble = new Dribble(server.address())) {
            CompletableFuture<Void> opening = open(dribble.address(), heard);
            try (Client client = server.accept().upgrade()) {
                opening.get(20, TimeUnit.SECONDS);
                assertThat(heard.next()).startsWith("opened");
                client.frame(2, "one ").frame(0x80, "two");
                assertThat(heard.next()).isEqualTo("message one two");
                heard.socket().send(bytes("three"));
                assertThat(client.read().text()).isEqualTo("three");
            }
        }
    }

    @Test
    void socketsThatShareBuffersDoNotMixWhatTheyCarry() throws Exception {
        List<HeardEvents> listeners =
                Stream.generate(HeardEvents::new).limit(20).toList();
        List<Client> clients = new ArrayList<>();
        for (HeardEvents listener : listeners) {
            clients.add(open(listener));
            assertThat(listener.next()).startsWith("opened");
        }
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < clients.size(); i++) {
                clients.get(i).frame(2, "round " + round + " of ").frame(0x80, "socket " + i);
            }
            for (int i = 0; i < clients.size(); i++) {
                assertThat(listeners.get(i).next()).isEqualTo("message round " + round + " of socket " + i);
            }
        }
        for (Client client : clients) {
            client.close();
        }
    }

    @Test
    void whoClosesSaysGoodbyeInTlsToo() throws Exception {
        try (Client client = open(heard)) {
            heard.socket().close();
            assertThat(client.read().opcode()).isEqualTo(Frames.CLOSE);
            assertThat(client.isHungUp()).isTrue();
        }
    }

    @Test
    void connectionThatEndsIsBroken() throws Exception {
        open(heard).close();
        assertThat(heard.next()).startsWith("opened");
        assertThat(heard.next()).startsWith("broke");
    }

    @Test
    void serverThatNobodyVouchesForIsRefused() throws Exception {
        SSLContext other = TestCertificate.forAddress(LOOPBACK).server();
        try (LoopbackServer impostor = new LoopbackServer(other.getServerSocketFactory())) {
            CompletableFuture<Void> opening = open(impostor.address(), heard);
            assertThat(catchThrowable(impostor::accept)).isInstanceOf(IOException.class);
            assertThat(failure(opening)).isInstanceOf(SSLException.class);
            assertThat(heard.isEmpty()).isTrue();
        }
    }

    @Test
    void serverThatSpeaksNoTlsIsRefused() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> opening = open((InetSocketAddress) plain.getLocalSocketAddress(), heard);
            try (Socket client = plain.accept()) {
                client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(failure(opening)).isInstanceOf(SSLException.class);
            }
        }
        assertThat(heard.isEmpty()).isTrue();
    }

    @Test
    void serverThatHangsUpWhileKeysAreAgreedOnIsNotWaitedFor() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> opening = open((InetSocketAddress) plain.getLocalSocketAddress(), heard);
            plain.accept().close();
            assertThat(failure(opening)).isInstanceOf(IOException.class);
        }
        assertThat(heard.isEmpty()).isTrue();
    }

    private static @Nullable Throwable failure(CompletableFuture<Void> opening) {
        return catchThrowable(() -> opening.get(20, TimeUnit.SECONDS)).getCause();
    }
}
