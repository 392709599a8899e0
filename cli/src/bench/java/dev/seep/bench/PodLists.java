package dev.seep.bench;

import dev.seep.bench.Population.Change;
import dev.seep.bench.Population.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Lists and watches of pods, as HTTP. */
final class PodLists {
    private static final long BOOKMARK_MILLIS = 10_000;

    private final Population population;
    private final OutputStream out;

    PodLists(Population population, OutputStream out) {
        this.population = population;
        this.out = out;
    }

    static void refuse(OutputStream out, int code, String message) throws IOException {
        answer(
                out,
                code + " No",
                "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"" + message
                        + "\",\"code\":" + code + "}");
    }

    private static void answer(OutputStream out, String status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        out.write(("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    /** A page; its token is the version of the list and the number of the pod that comes next. */
    void list(Request request) throws IOException {
        String[] token = request.parameter("continue", "").split(":", -1);
        Snapshot snapshot = token.length == 2 ? population.snapshot(Long.parseLong(token[0])) : population.snapshot();
        if (snapshot == null) {
            refuse(out, 410, "the list is gone");
            return;
        }
        List<SimulatedPod> pods = snapshot.pods();
        int from = token.length == 2 ? Integer.parseInt(token[1]) : 0;
        int until = Math.min(pods.size(), from + Integer.parseInt(request.parameter("limit", "" + pods.size())));
        String next = until < pods.size() ? snapshot.version() + ":" + until : "";
        StringBuilder json = new StringBuilder("{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{"
                + "\"resourceVersion\":\"" + snapshot.version() + "\",\"continue\":\"" + next
                + "\",\"remainingItemCount\":"
                + (pods.size() - until) + "},\"items\":[");
        for (int i = from; i < until; i++) {
            json.append(i == from ? "" : ",").append(pods.get(i).json(population.namespace()));
        }
        answer(out, "200 OK", json.append("]}").toString());
    }

    void watch(Request request) throws IOException, InterruptedException {
        long seen = Long.parseLong(request.parameter("resourceVersion", "0"));
        long end = System.nanoTime()
                + TimeUnit.SECONDS.toNanos(Long.parseLong(request.parameter("timeoutSeconds", "1800")));
        out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        while (System.nanoTime() < end) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()) + 1;
            List<Change> changes = population.after(seen, Math.min(left, BOOKMARK_MILLIS));
            for (Change change : changes) {
                chunk(change.line());
                seen = change.version();
            }
            if (changes.isEmpty()) {
                chunk(
                        "{\"type\":\"BOOKMARK\",\"object\":{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":"
                                + "\"bookmark\",\"namespace\":\"" + population.namespace()
                                + "\",\"uid\":\"0\",\"resourceVersion\":\"" + seen + "\"}}}\n");
            }
        }
        chunk("");
    }

    private void chunk(String line) throws IOException {
        byte[] body = line.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(body.length) + "\r\n" + line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
