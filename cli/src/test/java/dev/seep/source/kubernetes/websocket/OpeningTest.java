package dev.seep.source.kubernetes.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the request for a web socket to the answer, whatever that is. */
class OpeningTest {
    private static final long LONG = 60_000;

    private final WebSockets webSockets = new WebSockets(null, Runnable::run);
    private final HeardEvents heard = new HeardEvents();
    private LoopbackServer server;

    @BeforeEach
    void listen() throws IOException {
        server = new LoopbackServer();
    }

    @AfterEach
    void close() throws IOException {
        webSockets.close();
        server.close();
    }

    private CompletableFuture<Void> open(long deadlineMillis) {
        return webSockets.open(
                server.address(),
                new UpgradeRequest(
                        "kube:6443",
                        "/exec?command=a%20b",
                        List.of(LoopbackServer.PROTOCOL, "v4.channel.k8s.io"),
                        Map.of("Authorization", "Bearer to\r\nken")),
                heard,
                deadlineMillis);
    }

    private static @Nullable Throwable failure(CompletableFuture<Void> opening) {
        return catchThrowable(() -> opening.get(20, TimeUnit.SECONDS)).getCause();
    }

    private UpgradeRefusedException refusal(CompletableFuture<Void> opening) {
        Throwable failure = failure(opening);
        assertThat(failure).isInstanceOf(UpgradeRefusedException.class);
        assertThat(heard.isEmpty()).isTrue();
        return (UpgradeRefusedException) failure;
    }

    @Test
    void requestSaysWhatIsNeededAndNoHeaderCanSmuggleInAnother() throws Exception {
        CompletableFuture<Void> opening = open(LONG);
        try (LoopbackServer.Client client = server.accept()) {
            assertThat(client.request())
                    .startsWith("GET /exec?command=a%20b HTTP/1.1\r\nHost: kube:6443\r\n")
                    .contains("\r\nUpgrade: websocket\r\n")
                    .contains("\r\nConnection: Upgrade\r\n")
                    .contains("\r\nSec-WebSocket-Version: 13\r\n")
                    .contains("\r\nSec-WebSocket-Protocol: v5.channel.k8s.io, v4.channel.k8s.io\r\n")
                    .contains("\r\nAuthorization: Bearer token\r\n");
            client.upgrade();
            opening.get(20, TimeUnit.SECONDS);
            assertThat(heard.next()).isEqualTo("opened v5.channel.k8s.io");
        }
    }

    @Test
    void serverMayChooseTheOtherProtocol() throws Exception {
        var unused = open(LONG);
        try (LoopbackServer.Client client = server.accept()) {
            client.say(client.acceptance("v4.channel.k8s.io"));
            assertThat(heard.next()).isEqualTo("opened v4.channel.k8s.io");
        }
    }

    @Test
    void answerMayComeByteByByteAndItsLastOneWithTheFirstMessage() throws Exception {
        var unused = open(LONG);
        try (LoopbackServer.Client client = server.accept()) {
            String answer = client.acceptance();
            for (int i = 0; i < answer.length() - 1; i++) {
                client.say(answer.substring(i, i + 1));
            }
            client.say("\n\u0082\2hi");
            assertThat(heard.next()).startsWith("opened");
            assertThat(heard.next()).isEqualTo("message hi");
        }
    }

    @ParameterizedTest
    @CsvSource({"401, Unauthorized", "403, Forbidden", "404, Not Found", "429, Too Many Requests", "500, Oh"})
    void refusalIsTheServersOwn(int code, String words) throws Exception {
        CompletableFuture<Void> opening = open(LONG);
        try (LoopbackServer.Client client = server.accept()) {
            client.say("HTTP/1.1 " + code + " " + words + "\r\nRetry-After: 7\r\nContent-Length: 4\r\n\r\nnope");
            UpgradeRefusedException refused = refusal(opening);
            assertThat(refused).hasMessage("HTTP " + code);
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.body()).isEqualTo("nope");
            assertThat(refused.header("retry-after")).contains("7");
            assertThat(client.isHungUp()).isTrue();
        }
    }

    @Test
    void redirectIsNotFollowedSoThatTheTokenGoesNowhereElse() throws Exception {
        try (LoopbackServer elsewhere = new LoopbackServer()) {
            CompletableFuture<Void> opening = open(LONG);
            try (LoopbackServer.Client client = server.accept()) {
                client.say("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:"
                        + elsewhere.address().getPort() + "/\r\nContent-Length: 0\r\n\r\n");
                assertThat(refusal(opening).code()).isEqualTo(302);
                assertThat(client.isHungUp()).isTrue();
            }
        }
    }

    @Test
    void refusalWithoutALengthEndsWithTheConnection() throws Exception {
        CompletableFuture<Void> opening = open(LONG);
        try (LoopbackServer.Client client = server.accept()) {
            client.say("HTTP/1.1 403 Forbidden\r\n\r\nno exec").say(" here");
        }
        assertThat(refusal(opening).body()).isEqualTo("no exec here");
    }

    @Test
    void refusalOfWhichTheEndNeverComesIsARefusalAtTheDeadline() throws Exception {
        CompletableFuture<Void> opening = open(3_000);
        try (LoopbackServer.Client client = server.accept()) {
            client.say("HTTP/1.1 403 Forbidden\r\nContent-Length: 100\r\n\r\nno");
            assertThat(refusal(opening).body()).isEqualTo("no");
            assertThat(client.isHungUp()).isTrue();
        }
    }

    @Test
    void refusalThatIsAsLongAsABookIsCut() throws Exception {
        CompletableFuture<Void> opening = open(LONG);
        try (LoopbackServer.Client client = server.accept()) {
            client.say("HTTP/1.1 500 Oh\r\nContent-Length: 70000\r\n\r\n" + "x".repeat(70_000));
            assertThat(refusal(opening).body()).hasSize(64 << 10);
        }
    }

    @Test
    void halfAnAnswerIsNoAnswer() throws Exception {
        CompletableFuture<Void> opening = open(LONG);
        try (LoopbackServer.Client client = server.accept()) {
            client.say("HTTP/1.1 101 Switching Protocols\r\nUpgrade: webso");
        }
        assertThat(failure(opening)).isExactlyInstanceOf(java.io.EOFException.class);
        assertThat(heard.isEmpty()).isTrue();
    }

    @Test
    void serverThatSaysNothingIsNotWaitedForLongerThanTheDeadline() {
        assertThat(failure(open(200))).isInstanceOf(IOException.class).hasMessage("no answer within 200 ms");
        assertThat(heard.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SSH-2.0-OpenSSH_9.2\r\n\r\n", "HTTP/2 101\r\n\r\n", "HTTP/1.1\r\n\r\n", "HTTP/1.1 1e1 x\r\n\r\n"
            })
    void whatIsNoHttpIsNoRefusal(String answer) throws Exception {
        CompletableFuture<Void> opening = open(LONG);
        try (LoopbackServer.Client client = server.accept()) {
            client.say(answer);
            assertThat(failure(opening)).isExactlyInstanceOf(IOException.class).hasMessage("the answer is no HTTP");
            assertThat(client.isHungUp()).isTrue();
        }
    }

    @Test
    void headWithoutEndIsNotReadForEver() throws Exception {
        CompletableFuture<Void> opening = open(LONG);
        try (LoopbackServer.Client client = server.accept()) {
            assertThatThrownBy(() -> {
                        client.say("HTTP/1.1 101 X\r\n");
                        while (true) {
                            client.say("\n".repeat(4096));
                        }
                    })
                    .isInstanceOf(IOException.class);
            assertThat(failure(opening)).hasMessage("the answer is no HTTP");
        }
    }

    @Test
    void proofOfAnotherRequestIsRefused() throws Exception {
        CompletableFuture<Void> opening = open(LONG);
        try (LoopbackServer.Client client = server.accept()) {
            client.say(client.acceptance().replaceFirst("Accept: .{4}", "Accept: AAAA"));
            assertThat(failure(opening)).hasMessageContaining("does not belong to the request");
            assertThat(client.isHungUp()).isTrue();
        }
        assertThat(heard.isEmpty()).isTrue();
    }

    @Test
    void protocolThatWasNotOfferedIsRefused() throws Exception {
        CompletableFuture<Void> opening = open(LONG);
        try (LoopbackServer.Client client = server.accept()) {
            client.say(client.acceptance("v9.channel.k8s.io"));
            assertThat(failure(opening)).hasMessageContaining("'v9.channel.k8s.io'");
        }
        assertThat(heard.isEmpty()).isTrue();
    }

    @Test
    void addressWhereNobodyListensSaysSo() throws Exception {
        server.close();
        assertThat(failure(open(LONG))).isInstanceOf(ConnectException.class);
        assertThat(heard.isEmpty()).isTrue();
    }

    @Test
    void closingEndsWhatIsBeingOpened() throws Exception {
        CompletableFuture<Void> opening = open(LONG);
        try (LoopbackServer.Client client = server.accept()) {
            webSockets.close();
            assertThat(client.isHungUp()).isTrue();
            assertThat(failure(opening)).isInstanceOf(IOException.class);
        }
        assertThat(heard.isEmpty()).isTrue();
    }

    @Test
    void afterClosingNothingIsOpened() {
        webSockets.close();
        assertThat(failure(open(LONG))).isInstanceOf(IOException.class);
        assertThat(heard.isEmpty()).isTrue();
    }

    @Test
    void whoWaitsForTheOpeningHasAListenerThatKnows() throws ExecutionException, InterruptedException, IOException {
        CompletableFuture<Boolean> knew = open(LONG).thenApply(opened -> heard.socket() != null);
        try (LoopbackServer.Client client = server.accept()) {
            client.upgrade();
            assertThat(knew.get()).isTrue();
        }
    }
}
