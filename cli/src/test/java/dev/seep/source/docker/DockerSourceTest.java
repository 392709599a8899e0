package dev.seep.source.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seep.source.ExecResult;
import dev.seep.source.SourceException;
import dev.seep.source.exec.Backoff;
import dev.seep.testing.RecordingListener;
import dev.seep.testing.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is there and who comes and goes, as an engine tells it that may be slow, wrong or gone. */
class DockerSourceTest {
    private static final String WEB =
            "{\"com.docker.compose.project\":\"shop\",\"com.docker.compose.service\":\"web\"}";
    private static final EngineTimeouts USUAL = patience(Duration.ofMinutes(1), Duration.ofMillis(50));
    /** Of a test in which something must be told before a container that ended is looked at again. */
    private static final EngineTimeouts UNHURRIED = patience(Duration.ofMinutes(1), Duration.ofSeconds(2));

    private final RecordingListener listener = new RecordingListener();
    private FakeEngine engine;
    private DockerSource source;

    @BeforeEach
    void startEngine(@TempDir Path folder) throws Exception {
        engine = new FakeEngine(folder);
        source = source(USUAL);
    }

    private static EngineTimeouts patience(Duration stop, Duration restart) {
        return new EngineTimeouts(
                Duration.ofMinutes(3),
                stop,
                restart,
                new Backoff(Duration.ofMillis(10), Duration.ofMillis(20), new Random(1)));
    }

    private void has(EngineTimeouts patience) {
        source.close();
        source = source(patience);
    }

    private DockerSource source(EngineTimeouts timeouts) {
        return new DockerSource(
                engine.address(), new DockerSelection(List.of(), null, null, null, List.of()), timeouts);
    }

    /** A service of one container, from here on watched. */
    private void followsWeb() throws Exception {
        engine.runs("web", "11-23T07:00", WEB);
        source.start(listener);
        Waiting.until(engine::isFollowed);
    }

    @AfterEach
    void stopEngine() {
        source.close();
        engine.close();
    }

    @Test
    void aReplicaOfAServiceIsAContainerOfItsProjectAndWorkload() throws Exception {
        engine.runs("shop-web-1", "11-23T07:00", WEB);

        source.start(listener);

        var found = listener.latest("shop/shop-web-1/web");
        assertThat(found.target().workload()).isEqualTo("service/web");
        assertThat(found.life().start()).isEqualTo(Instant.parse("2026-11-23T07:00:00.5Z"));
    }

    @Test
    void aContainerWithoutComposeStandsForItself() throws Exception {
        engine.runs("db", "11-23T07:00", "null");

        source.start(listener);

        assertThat(listener.latest("docker/db/db").target().workload()).isEqualTo("container/db");
    }

    @Test
    void labelsThatAreNoNamesDoNotBreakThePath() throws Exception {
        engine.runs("web", "11-23T07:00", WEB.replace("shop", "sh/o\\np"));

        source.start(listener);

        assertThat(listener.told()).containsExactly("+ sh_o_p/web/web");
    }

    @Test
    void aRestartIsANewLifeThatKnowsHowTheLastOneEnded() throws Exception {
        followsWeb();

        engine.runs("web", "11-23T07:05", WEB);
        engine.happens("die", "web", "3");
        engine.happens("start", "web", "");

        listener.await("+ shop/web/web", 2);
        assertThat(listener.latest("shop/web/web").life().previousEnd()).isEqualTo("exit 3");
        assertThat(listener.told()).noneMatch(told -> told.startsWith("-"));
    }

    @Test
    void aKillForMemoryIsNamed() throws Exception {
        followsWeb();

        engine.runs("web", "11-23T07:05", WEB);
        engine.happens("oom", "web", "");
        engine.happens("die", "web", "137");
        engine.happens("start", "web", "");

        listener.await("+ shop/web/web", 2);
        assertThat(listener.latest("shop/web/web").life().previousEnd()).isEqualTo("OOMKilled");
    }

    @Test
    void anEndThatIsToldLateDoesNotEndTheNextLife() throws Exception {
        followsWeb();

        engine.happens("die", "web", "3");
        engine.happens("start", "web", "");
        engine.execs("web", 0, FakeEngine.frame(1, "here"));

        var shell = listener.latest("shop/web/web").shell();
        Waiting.until(() -> shell.run("true", Duration.ofMinutes(3))
                .toCompletableFuture()
                .join()
                .equals(new ExecResult.Exited(0, "here", "")));
        assertThat(listener.told()).containsExactly("+ shop/web/web");
    }

    @Test
    void theEndOfAReplacedContainerIsNotThatOfItsSuccessor() throws Exception {
        has(UNHURRIED);
        followsWeb();

        engine.happens("die", "web", "0");
        engine.replaces("web", "web-2", "11-23T07:05", WEB);
        engine.happens("start", "web-2", "");
        listener.await("+ shop/web/web", 2);
        engine.happens("destroy", "web", "");
        engine.ended("web-2", 2, false);
        engine.happens("die", "web-2", "2");

        // The first one was due to be looked at again before the second one was.
        listener.await("- shop/web/web exit 2");
        assertThat(listener.told())
                .containsExactly("+ shop/web/web", "+ shop/web/web", "~ shop/web/web exit 2", "- shop/web/web exit 2");
    }

    @Test
    void aContainerThatIsNotStartedAgainIsGoneWithItsEnd() throws Exception {
        followsWeb();

        engine.ended("web", 2, false);
        engine.happens("die", "web", "2");

        listener.await("- shop/web/web exit 2");
        assertThat(listener.told()).containsExactly("+ shop/web/web", "~ shop/web/web exit 2", "- shop/web/web exit 2");
    }

    @Test
    void aCrashIsToldWhileTheContainerWaitsToBeStartedAgain() throws Exception {
        followsWeb();

        engine.ended("web", 3, true);
        engine.happens("die", "web", "3");
        listener.await("~ shop/web/web exit 3");
        engine.runs("web", "11-23T07:05", WEB);
        engine.happens("start", "web", "");

        listener.await("+ shop/web/web", 2);
        assertThat(listener.latest("shop/web/web").life().previousEnd()).isEqualTo("exit 3");
        assertThat(listener.told()).noneMatch(told -> told.startsWith("-"));
    }

    @Test
    void whatSomebodyStopsDidNotCrash() throws Exception {
        followsWeb();

        engine.happens("kill", "web", "signal", "15");
        engine.ended("web", 137, false);
        engine.happens("die", "web", "137");

        listener.await("- shop/web/web stopped with exit 137");
        assertThat(listener.told()).noneMatch(told -> told.startsWith("~"));
    }

    @Test
    void aStopIsKnownAlsoWhereItIsToldAfterTheEnd() throws Exception {
        has(UNHURRIED);
        followsWeb();

        engine.happens("kill", "web", "signal", "28");
        engine.ended("web", 1, false);
        engine.happens("die", "web", "1");
        engine.happens("stop", "web", "");

        listener.await("- shop/web/web stopped with exit 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", ""})
    void aSignalToReadFilesAgainOrAnyOtherIsNoStop(String signal) throws Exception {
        followsWeb();

        engine.happens("kill", "web", "signal", signal);
        engine.ended("web", 1, false);
        engine.happens("die", "web", "1");

        listener.await("- shop/web/web exit 1");
    }

    @Test
    void aContainerThatSurvivesItsStopEndsOfItselfLater() throws Exception {
        has(patience(Duration.ZERO, USUAL.restart()));
        followsWeb();

        engine.happens("kill", "web", "signal", "15");
        engine.ended("web", 1, false);
        engine.happens("die", "web", "1");

        listener.await("- shop/web/web exit 1");
        assertThat(listener.told()).contains("~ shop/web/web exit 1");
    }

    @Test
    void afterTheEngineWasAwayItIsSeenWhatChanged() throws Exception {
        followsWeb();

        engine.stop();
        listener.await("! lost sight of the containers");
        engine.on("GET /containers/web/json", FakeEngine.answer("404 Not Found", "{}"));
        engine.on("GET /containers/json", FakeEngine.json("[]"));
        engine.startAgain();

        listener.await("- shop/web/web removed");
        Waiting.until(() -> listener.told().contains("! "));
    }

    @ParameterizedTest
    @CsvSource({"137, unseen exit 137", "3, exit 3"})
    void ofAKillThatNobodySawItIsNotKnownWhoWantedIt(int exitCode, String told) throws Exception {
        followsWeb();

        engine.stop();
        engine.ended("web", exitCode, false);
        engine.startAgain();

        listener.await("- shop/web/web " + told);
        assertThat(listener.told()).contains("~ shop/web/web " + told);
    }

    @Test
    void whatIsRemovedWhileItWaitsToBeStartedAgainDidNotEndForGood() throws Exception {
        followsWeb();

        engine.ended("web", 3, true);
        engine.happens("die", "web", "3");
        listener.await("~ shop/web/web exit 3");
        engine.happens("destroy", "web", "");

        listener.await("- shop/web/web removed");
    }

    @Test
    void anEngineThatDoesNotAnswerIsNamed() {
        has(new EngineTimeouts(Duration.ofMillis(100), USUAL.stop(), USUAL.restart(), USUAL.lost()));
        engine.on("GET /containers/json", FakeEngine.SILENCE);

        assertThatThrownBy(() -> source.start(listener))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("no engine answers at fake engine (no answer within");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.2\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n[",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n[]",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n[]",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n{]}",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n[{}]",
                "",
            })
    void nonsenseIsAnErrorOfOneLine(String answer) {
        engine.on("GET /containers/json", FakeEngine.raw(answer));

        assertThatThrownBy(() -> source.start(listener))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("no engine answers at fake engine (")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aRefusalIsToldInTheWordsOfTheEngine() {
        engine.on("GET /containers/json", FakeEngine.answer("500 Oops", "{\"message\":\"the store is locked\"}"));

        assertThatThrownBy(() -> source.start(listener))
                .hasMessage("the engine at fake engine does not tell (the store is locked)");
    }
}
