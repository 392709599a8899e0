package dev.seep.testing;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Set;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/**
 * Lets a {@link FakeCluster} answer what it allows, and refuse the rest of what is asked of pods, events and nodes.
 *
 * @param refused {@code list pods}, {@code create pods/exec}, {@code list jobs in shop} ...
 */
public record FakeRights(Set<String> refused) implements Function<RecordedRequest, @Nullable MockResponse> {
    private static final String USER = "system:serviceaccount:shop:seep";

    public static FakeRights allBut(String... refused) {
        return new FakeRights(Set.of(refused));
    }

    @Override
    public @Nullable MockResponse apply(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        if (path.equals("/version")) {
            return new MockResponse.Builder()
                    .body("{\"gitVersion\":\"v1.31.2\",\"minor\":\"31+\"}")
                    .build();
        }
        if (path.endsWith("/selfsubjectaccessreviews")) {
            return review(String.valueOf(
                    request.getBody() == null ? "" : request.getBody().utf8()));
        }
        String right = FakeCluster.isExec(request)
                ? "get pods/exec"
                : path.matches(".*/(pods|events|nodes)") ? "list " + path.replaceAll(".*/", "") : "";
        return refused.contains(right)
                ? FakeCluster.status(403, "pods is forbidden: User \"" + USER + "\" cannot " + right)
                : null;
    }

    private MockResponse review(String body) {
        JsonObject asked = JsonParser.parseString(body)
                .getAsJsonObject()
                .getAsJsonObject("spec")
                .getAsJsonObject("resourceAttributes");
        String part = asked.get("subresource").getAsString();
        String right = asked.get("verb").getAsString() + " "
                + asked.get("resource").getAsString() + (part.isEmpty() ? "" : "/" + part);
        boolean allowed = !refused.contains(right)
                && !refused.contains(right + " in " + asked.get("namespace").getAsString());
        return new MockResponse.Builder()
                .code(201)
                .body("{\"status\":{\"allowed\":" + allowed + "}}")
                .build();
    }
}
