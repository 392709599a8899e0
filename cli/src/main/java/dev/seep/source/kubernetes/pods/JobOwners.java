package dev.seep.source.kubernetes.pods;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import dev.seep.source.kubernetes.api.Cluster;
import dev.seep.source.kubernetes.api.RefusedException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Finder of the CronJob that made a Job: asks the server, and where that is not allowed, reads it from the Job's name.
 */
final class JobOwners {
    private static final int REMEMBERED = 512;
    /** Minutes since 1970, or seconds before Kubernetes 1.21. */
    private static final Pattern SCHEDULED = Pattern.compile("(.+)-(\\d{8}|\\d{10})");

    private static final Gson GSON = new Gson();

    private record Job(PodJson.@Nullable Metadata metadata) {}

    private final Cluster cluster;
    private final Map<String, String> tops = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    JobOwners(Cluster cluster) {
        this.cluster = cluster;
    }

    /** {@code cronjob/nightly}, or {@code job/import} if no CronJob made it. */
    synchronized String top(String namespace, String job) {
        String known = tops.get(namespace + "/" + job);
        if (known != null) {
            return known;
        }
        String top = lookUp(namespace, job).orElseGet(() -> guess(job));
        tops.put(namespace + "/" + job, top);
        return top;
    }

    private Optional<String> lookUp(String namespace, String job) {
        String path = OwnerKind.JOB.paths(namespace, job).get(0);
        try (Response response = cluster.get(path, List.of())) {
            Job found = GSON.fromJson(response.body().charStream(), Job.class);
            return found == null || found.metadata() == null
                    ? Optional.empty()
                    : Optional.of(Workloads.owner(found.metadata(), "job/" + job));
        } catch (IOException | RefusedException | JsonParseException e) {
            return Optional.empty();
        }
    }

    private static String guess(String job) {
        Matcher scheduled = SCHEDULED.matcher(job);
        return scheduled.matches() ? "cronjob/" + scheduled.group(1) : "job/" + job;
    }
}
