package dev.seep.source.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineAddressTest {
    @Test
    void theVariableOfDockerSaysWhere() throws Exception {
        assertThat(EngineAddress.find(Map.of("DOCKER_HOST", "unix:///tmp/x.sock"))
                        .name())
                .isEqualTo("/tmp/x.sock");
        assertThat(EngineAddress.find(Map.of("DOCKER_HOST", "tcp://127.0.0.1:2375"))
                        .name())
                .isEqualTo("tcp://127.0.0.1:2375");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp://10.0.0.7:2376",
                "ssh://build@host",
                "tcp://127.0.0.1",
                "tcp://:x:y",
                "npipe:////./pipe/docker"
            })
    void whatIsElsewhereIsToBeForwarded(String host) {
        assertThatThrownBy(() -> EngineAddress.find(Map.of("DOCKER_HOST", host)))
                .hasMessageContaining(host)
                .hasMessageContaining("ssh -nNT -L");
    }

    @Test
    void theSocketOfTheUsersOwnPodmanIsFound(@TempDir Path runtime) throws Exception {
        assumeFalse(Files.exists(Path.of("/var/run/docker.sock")));
        Path socket = Files.createDirectory(runtime.resolve("podman")).resolve("podman.sock");
        Files.createFile(socket);

        assertThat(EngineAddress.find(Map.of("XDG_RUNTIME_DIR", runtime.toString()))
                        .name())
                .isEqualTo(socket.toString());
    }
}
