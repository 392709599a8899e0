package dev.seep.source.docker;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.seep.source.exec.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What seep asks an engine. All of this blocks, and none of it for longer than its deadline. */
final class Engine {
    /**
     * Not what an exec does to a container: seep would hear of each of its own. Podman is asked for {@code died} and tells
     * {@code die}; it removes what Docker destroys.
     */
    private static final String EVENTS = "/events?filters="
            + URLEncoder.encode(
                    "{\"type\":[\"container\"],\"event\":[\"start\",\"kill\",\"stop\",\"die\",\"died\",\"oom\",\"destroy\","
                            + "\"remove\"]}",
                    StandardCharsets.UTF_8);

    private final EngineHttp http;
    private final Duration patience;

    /** @param patience for what is not an exec, which has deadlines of its own */
    Engine(EngineHttp http, Duration patience) {
        this.http = http;
        this.patience = patience;
    }

    /** {@code Docker Engine 20.10.24}, {@code Podman Engine 4.3.1}. */
    String version() throws IOException, EngineRefusedException {
        JsonObject version = object(http.get("/version", patience));
        return Json.objects(version, "Components").stream()
                .findFirst()
                .map(first -> Json.text(first, "Name").replaceFirst("^Engine$", "Docker Engine") + " "
                        + Json.text(first, "Version"))
                .orElseGet(() -> "an engine of version " + Json.text(version, "Version"));
    }

    /** The running ones. */
    List<Container> running() throws IOException, EngineRefusedException {
        List<Container> containers = new ArrayList<>();
        if (!(http.get("/containers/json", patience) instanceof JsonArray list)) {
            throw new IOException("the engine's list of containers is none");
        }
        for (JsonElement element : list) {
            JsonObject entry = object(element);
            containers.add(Container.of(Json.text(entry, "Id"), name(entry), Container.labels(entry, "Labels")));
        }
        return containers;
    }

    /** The names that links give it belong to others, and hold the name of the other. */
    private static String name(JsonObject entry) {
        String name = "";
        if (Json.at(entry, "Names") instanceof JsonArray names) {
            for (JsonElement one : names) {
                String candidate = one.isJsonPrimitive() ? one.getAsString() : "";
                name = candidate.lastIndexOf('/') <= 0 && !candidate.isEmpty() ? candidate : name;
            }
        }
        return name;
    }

    /** Nothing if there is no such container any more. */
    Optional<ContainerState> inspect(String id) throws IOException, EngineRefusedException {
        try {
            return Optional.of(ContainerState.of(object(http.get("/containers/" + id + "/json", patience))));
        } catch (EngineRefusedException e) {
            if (e.status() == EngineRefusedException.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What happens to containers from now on. */
    EngineHttp.Lines events() throws IOException, EngineRefusedException {
        return http.lines(EVENTS, patience);
    }

    /** Prepares {@code sh -c SCRIPT}, and returns its ID. */
    String prepare(String container, String script, boolean stdin, Duration deadline)
            throws IOException, EngineRefusedException {
        JsonArray command = new JsonArray();
        command.add("sh");
        command.add("-c");
        command.add(script);
        JsonObject exec = new JsonObject();
        exec.addProperty("AttachStdin", stdin);
        exec.addProperty("AttachStdout", true);
        exec.addProperty("AttachStderr", true);
        exec.addProperty("Tty", false);
        exec.add("Cmd", command);
        String id = Json.text(object(http.post("/containers/" + container + "/exec", exec, deadline)), "Id");
        if (id.isEmpty()) {
            throw new IOException("the engine gives no ID for a command");
        }
        return id;
    }

    /** Starts what was prepared; its standard output and error come as frames. */
    EngineConnection start(String exec, Duration deadline) throws IOException, EngineRefusedException {
        JsonObject how = new JsonObject();
        how.addProperty("Detach", false);
        how.addProperty("Tty", false);
        return http.upgrade("/exec/" + exec + "/start", how, deadline);
    }

    /** With what status it ended; nothing while it runs. */
    Optional<Integer> status(String exec, Duration deadline) throws IOException, EngineRefusedException {
        JsonObject state = object(http.get("/exec/" + exec + "/json", deadline));
        String code = Json.text(state, "ExitCode");
        return Json.text(state, "Running").equals("true") || !code.matches("\\d{1,9}")
                ? Optional.empty()
                : Optional.of(Integer.valueOf(code));
    }

    private static JsonObject object(JsonElement json) throws IOException {
        if (json instanceof JsonObject object) {
            return object;
        }
        throw new IOException("the engine answered what is no object");
    }
}
