package dev.seep.agent;

import dev.seep.probe.ProbeSet;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parser of the query of a request for readings, {@code ask=memory,fds:ID,ID&ask=sockets}. */
final class ReadingsQuery {
    private static final int MOST_CONTAINERS = 4096;
    private static final int LONGEST = 64 << 10;
    private static final String ASK = "ask=";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{12,64}");

    private ReadingsQuery() {}

    /**
     * Requests of a query; everything of all containers for an empty one.
     *
     * @throws IllegalArgumentException if it is not such a query; the message is for people
     */
    static List<ReadingsRequest> parse(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return List.of(new ReadingsRequest(ProbeSet.all(), List.of()));
        }
        if (query.length() > LONGEST) {
            throw new IllegalArgumentException("a query of more than " + LONGEST + " characters");
        }
        List<ReadingsRequest> readingsRequests = new ArrayList<>();
        int containers = 0;
        for (String part : query.split("&", -1)) {
            // The API server encodes a query that it passes on in its own way.
            ReadingsRequest readingsRequest = ask(URLDecoder.decode(part, StandardCharsets.UTF_8));
            readingsRequests.add(readingsRequest);
            containers += Math.max(1, readingsRequest.containers().size());
        }
        if (containers > MOST_CONTAINERS
                || readingsRequests.size() > ProbeSet.all().probes().size() * 2) {
            throw new IllegalArgumentException("too much at once: at most " + MOST_CONTAINERS + " containers");
        }
        return readingsRequests;
    }

    private static ReadingsRequest ask(String part) {
        int colon = part.indexOf(':');
        String probes = colon < 0 ? part : part.substring(0, colon);
        List<String> containers = colon < 0 ? List.of() : words(part.substring(colon + 1));
        if (!probes.startsWith(ASK)
                || !containers.stream().allMatch(id -> ID.matcher(id).matches())) {
            throw new IllegalArgumentException("the query is ask=PROBE,PROBE:ID,ID with IDs of 12 to 64 hexadecimal "
                    + "digits, such as ask=memory,fds:0123456789ab; several are joined by &");
        }
        String names = probes.substring(ASK.length());
        return new ReadingsRequest(ProbeSet.named(names.isEmpty() ? List.of() : words(names)), containers);
    }

    private static List<String> words(String list) {
        return List.of(list.split(",", -1));
    }
}
