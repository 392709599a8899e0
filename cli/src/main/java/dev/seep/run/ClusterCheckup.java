package dev.seep.run;

import dev.seep.manifest.RbacObjects;
import dev.seep.manifest.Yaml;
import dev.seep.sample.Durations;
import dev.seep.session.SoakPlan;
import dev.seep.source.LiveTarget;
import dev.seep.source.SourceException;
import dev.seep.source.kubernetes.KubernetesSource;
import dev.seep.source.kubernetes.ServerCheckup;
import dev.seep.source.kubernetes.api.AccessRule;
import dev.seep.source.kubernetes.api.KubernetesConnection;
import dev.seep.source.kubernetes.api.MissingRule;
import dev.seep.source.kubernetes.objects.CountingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checkup of a cluster: whether a run could measure there, and the remedy if not. */
public final class ClusterCheckup {
    private final SourceFactory sources;
    private final ProbePlan planned;
    private final SoakPlan soak;
    private final Diagnosis diagnosis;
    private final @Nullable String agents;

    public ClusterCheckup(SourceFactory sources, ProbePlan planned, SoakPlan soak, Diagnosis diagnosis) {
        this.sources = sources;
        this.planned = planned;
        this.soak = soak;
        this.diagnosis = diagnosis;
        this.agents = sources.selection().agentsToPoll();
    }

    /** Tells the diagnosis all about it, and who lacks a right how it is granted. */
    public void run() {
        try {
            ServerCheckup checkup =
                    ServerCheckup.of(sources.connection(), sources.selection().kubernetes());
            diagnosis.fine("cluster", checkup.server() + " answers: Kubernetes " + checkup.version());
            List<MissingRule> missing = new ArrayList<>();
            try {
                if (!planned.countsAlone()) {
                    missing.addAll(rights(checkup));
                }
                missing.addAll(counting(checkup));
                if (!planned.countsAlone() && !diagnosis.isFaulty()) {
                    targets(checkup);
                }
            } finally {
                if (!missing.isEmpty()) {
                    print(missing, checkup.user(missing.get(0)).orElse("WHO"));
                }
            }
        } catch (SourceException failure) {
            diagnosis.fault("cluster", String.valueOf(failure.getMessage()));
        }
    }

    /** Missing rules; with a fault it makes no sense to go on. */
    private List<MissingRule> rights(ServerCheckup checkup) throws SourceException {
        List<MissingRule> missing = checkup.missing(agents);
        for (MissingRule rule : missing) {
            String words = "not allowed: " + rule.rule().words() + "; the missing rule is " + rule;
            if (checkup.isOnlyForLaterVersions(rule)) {
                diagnosis.remark("rights", words + ", needed from Kubernetes 1.35 on");
            } else {
                diagnosis.fault("rights", words);
            }
        }
        if (missing.isEmpty()) {
            List<AccessRule> rules = agents == null ? AccessRule.POLLING : AccessRule.ASKING_AGENTS;
            diagnosis.fine("rights", rules.stream().map(AccessRule::words).collect(Collectors.joining("; ")));
        }
        List<MissingRule> wanted = new ArrayList<>(missing);
        wanted.addAll(events(checkup));
        return wanted;
    }

    /** Missing rules that a run does without: no fault. */
    private List<MissingRule> events(ServerCheckup checkup) throws SourceException {
        List<MissingRule> missing = checkup.missingForEvents();
        for (MissingRule rule : missing) {
            diagnosis.remark(
                    "events",
                    "not allowed: " + rule.rule().words()
                            + ", so what goes wrong there is not told; the missing rule is " + rule);
        }
        if (missing.isEmpty()) {
            diagnosis.fine("events", AccessRule.EVENTS.words() + "; " + AccessRule.NODES.words());
        }
        return missing;
    }

    /** Objects are counted where that is allowed, and a run goes without them where it is not. */
    private List<MissingRule> counting(ServerCheckup checkup) throws SourceException {
        boolean named = planned.counting() == CountingMode.NAMED;
        List<String> kinds = named ? planned.objectKinds() : AccessRule.withoutSecrets(planned.objectKinds());
        planned.leftOut().forEach(words -> diagnosis.remark("default", "leaves out " + words));
        if (kinds.isEmpty()) {
            return List.of();
        }
        List<MissingRule> missing = checkup.missingToCount(kinds);
        if (missing.isEmpty()) {
            diagnosis.fine(
                    "objects",
                    "list, watch on what is counted" + (named ? "" : ", secrets left aside") + ": "
                            + String.join(", ", kinds));
            return missing;
        }
        String words = "not counted, as that is not allowed: "
                + missing.stream().map(MissingRule::toString).collect(Collectors.joining("; "));
        if (planned.countsAlone() && checkup.isAllToCount(kinds, missing)) {
            diagnosis.fault("objects", words);
        } else {
            diagnosis.remark("objects", words);
        }
        return missing;
    }

    private void print(List<MissingRule> missing, String user) {
        Map<String, List<AccessRule>> byNamespace = new LinkedHashMap<>();
        missing.forEach(rule -> byNamespace
                .computeIfAbsent(rule.namespace() == null ? "" : rule.namespace(), namespace -> new ArrayList<>())
                .add(rule.rule()));
        List<Map<String, Object>> objects = new ArrayList<>();
        byNamespace.forEach((namespace, rules) -> {
            List<String> namespaces = namespace.isEmpty() ? List.of() : List.of(namespace);
            objects.addAll(new RbacObjects("seep-polling", namespaces, AccessRule.merged(rules)).forUser(user));
        });
        diagnosis.rules(Yaml.text(objects));
    }

    private void targets(ServerCheckup checkup) throws SourceException {
        InitialTargets found = new InitialTargets();
        try (KubernetesSource source = KubernetesSource.connect(
                sources.connection(), sources.selection().kubernetes())) {
            if (agents != null) {
                source.throughAgents(agents);
            } else {
                sources.withoutShells(source);
            }
            source.start(found);
            List<LiveTarget> containers = found.containers();
            if (!diagnosis.hasFound(containers, source.lookedFor())) {
                return;
            }
            if (agents != null) {
                ShellCheckup.agents(containers, diagnosis);
                diagnosis.load(containers, soak, true);
                return;
            }
            ShellCheckup.shells(found.oneOfEach(), diagnosis);
            diagnosis.load(containers, soak, false);
            idle(containers.get(0).node(), checkup);
        }
    }

    private void idle(String node, ServerCheckup checkup) {
        Duration alive = KubernetesConnection.DEFAULT_KEEP_ALIVE;
        String words = "seep shows every " + Durations.text(alive) + " that a session is alive";
        Optional<Duration> limit = checkup.idleLimit(node);
        if (limit.isEmpty()) {
            diagnosis.remark("idle", "the limit for idle execs is not visible to this account; " + words);
        } else if (!limit.get().isZero() && limit.get().compareTo(alive) <= 0) {
            diagnosis.remark(
                    "idle",
                    "node " + node + " cuts execs idle for " + Durations.text(limit.get()) + ", but " + words
                            + "; poll more often than that, or with --session once");
        } else {
            diagnosis.fine(
                    "idle", "node " + node + " cuts execs idle for " + Durations.text(limit.get()) + "; " + words);
        }
    }
}
