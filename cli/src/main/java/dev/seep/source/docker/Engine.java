package dev.seep.source.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Client of an engine's API. All of this blocks, and none of it for longer than its deadline. */
final class Engine {
    /**
     * Without exec events: seep would hear of each of its own. Podman is asked for {@code died} and tells {@code die};
     * its {@code remove} is Docker's {@code destroy}.
     */
    private static final String EVENTS = "/events?filters="
            + URLEncoder.encode(
                    "{\"type\":[\"container\"],\"event\":[\"start\",\"kill\",\"stop\",\"die\",\"died\",\"oom\",\"destroy\","
                            + "\"remove\"]}",
                    StandardCharsets.UTF_8);

    private final EngineHttp http;
    private final Duration timeout;

    /** @param timeout of all but execs, which have deadlines of their own */
    Engine(EngineHttp http, Duration timeout) {
        this.http = http;
        this.timeout = timeout;
    }

    /** {@code Docker Engine 20.10.24}, {@code Podman Engine 4.3.1}. */
    String version() throws IOException, EngineRefusedException {
        JsonNode version = object(http.get("/version", timeout));
        JsonNode first = version.path("Components").path(0);
        return first.isObject()
                ? first.path("Name").asText("").replaceFirst("^Engine$", "Docker Engine") + " "
                        + first.path("Version").asText("")
                : "an engine of version " + version.path("Version").asText("");
    }

    /** The running ones. */
    List<Container> running() throws IOException, EngineRefusedException {
        List<Container> containers = new ArrayList<>();
        JsonNode list = http.get("/containers/json", timeout);
        if (!list.isArray()) {
            throw new IOException("the engine's list of containers is none");
        }
        for (JsonNode element : list) {
            JsonNode entry = object(element);
            containers.add(
                    Container.of(entry.path("Id").asText(""), name(entry), Container.labels(entry.path("Labels"))));
        }
        return containers;
    }

    /** The names that links give it belong to others, and hold the name of the other. */
    private static String name(JsonNode entry) {
        String name = "";
        for (JsonNode one : entry.path("Names")) {
            String candidate = one.asText("");
            name = candidate.lastIndexOf('/') <= 0 && !candidate.isEmpty() ? candidate : name;
        }
        return name;
    }

    /** Nothing if there is no such container any more. */
    Optional<ContainerState> inspect(String id) throws IOException, EngineRefusedException {
        try {
            return Optional.of(ContainerState.of(object(http.get("/containers/" + id + "/json", timeout))));
        } catch (EngineRefusedException e) {
            if (e.status() == EngineRefusedException.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Events of containers from now on. */
    EngineHttp.Lines events() throws IOException, EngineRefusedException {
        return http.lines(EVENTS, timeout);
    }

    /** Prepares {@code sh -c SCRIPT}, and returns its ID. */
    String prepare(String container, String script, boolean stdin, Duration deadline)
            throws IOException, EngineRefusedException {
        ObjectNode exec = JsonNodeFactory.instance
                .objectNode()
                .put("AttachStdin", stdin)
                .put("AttachStdout", true)
                .put("AttachStderr", true)
                .put("Tty", false);
        exec.putArray("Cmd").add("sh").add("-c").add(script);
        String id = object(http.post("/containers/" + container + "/exec", exec, deadline))
                .path("Id")
                .asText("");
        if (id.isEmpty()) {
            throw new IOException("the engine gives no ID for a command");
        }
        return id;
    }

    /** Starts a prepared exec; its standard output and error come as frames. */
    EngineConnection start(String exec, Duration deadline) throws IOException, EngineRefusedException {
        ObjectNode how =
                JsonNodeFactory.instance.objectNode().put("Detach", false).put("Tty", false);
        return http.upgrade("/exec/" + exec + "/start", how, deadline);
    }

    /** Exit status; empty while it runs. */
    Optional<Integer> status(String exec, Duration deadline) throws IOException, EngineRefusedException {
        JsonNode state = object(http.get("/exec/" + exec + "/json", deadline));
        String code = state.path("ExitCode").asText("");
        return state.path("Running").asText("").equals("true") || !code.matches("\\d{1,9}")
                ? Optional.empty()
                : Optional.of(Integer.valueOf(code));
    }

    private static JsonNode object(JsonNode json) throws IOException {
        if (json.isObject()) {
            return json;
        }
        throw new IOException("the engine answered what is no object");
    }
}
