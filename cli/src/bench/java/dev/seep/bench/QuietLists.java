package dev.seep.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Kinds of objects of which there are some, that neither come nor go, and the leave to list and watch them. */
final class QuietLists {
    static final Pattern KINDS = Pattern.compile("/(api|apis/[a-z.]+)/v1/namespaces/[^/]+/[a-z]+");
    private static final String REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    private static final int OBJECTS = 40;

    private final OutputStream out;

    QuietLists(OutputStream out) {
        this.out = out;
    }

    /** Whether the request is about such objects; if so, it is answered. */
    boolean answer(Request request) throws IOException, InterruptedException {
        if (request.path().equals(REVIEWS)) {
            send("{\"status\":{\"allowed\":true}}");
        } else if (!KINDS.matcher(request.path()).matches()) {
            return false;
        } else if (request.parameter("watch", "").equals("true")) {
            watch(Long.parseLong(request.parameter("timeoutSeconds", "1800")));
        } else {
            list(Integer.parseInt(request.parameter("limit", "" + OBJECTS)));
        }
        return true;
    }

    private void list(int limit) throws IOException {
        int sent = Math.min(limit, OBJECTS);
        StringBuilder json = new StringBuilder("{\"metadata\":{\"resourceVersion\":\"1\"");
        if (sent < OBJECTS) {
            json.append(",\"continue\":\"next\",\"remainingItemCount\":").append(OBJECTS - sent);
        }
        json.append("},\"items\":[");
        for (int i = 0; i < sent; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"metadata\":{\"name\":\"object-")
                    .append(i)
                    .append("\",\"namespace\":\"")
                    .append(FakeApiServer.NAMESPACE)
                    .append("\",\"uid\":\"")
                    .append(i)
                    .append("\",\"creationTimestamp\":\"2026-11-22T20:00:00Z\"}}");
        }
        send(json.append("]}").toString());
    }

    private void watch(long seconds) throws IOException, InterruptedException {
        out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        TimeUnit.SECONDS.sleep(seconds);
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private void send(String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }
}
