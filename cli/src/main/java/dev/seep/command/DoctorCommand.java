package dev.seep.command;

import dev.seep.manifest.Access;
import dev.seep.manifest.Yaml;
import dev.seep.sample.Durations;
import dev.seep.sample.Quantity;
import dev.seep.session.PollingLoad;
import dev.seep.session.SoakPlan;
import dev.seep.source.LiveTarget;
import dev.seep.source.SourceException;
import dev.seep.source.docker.DockerSource;
import dev.seep.source.kubernetes.AccessRule;
import dev.seep.source.kubernetes.Checkup;
import dev.seep.source.kubernetes.Counting;
import dev.seep.source.kubernetes.KubernetesConnection;
import dev.seep.source.kubernetes.KubernetesSource;
import dev.seep.source.kubernetes.MissingRule;
import dev.seep.store.SampleFormat;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says whether a run could measure, and what to do if not. */
@Command(
        name = "doctor",
        description = "Checks what a run would need: the connection, the rights, a shell in the chosen containers, the "
                + "load; and says what to do about each fault.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Exits with 0 if a run can measure, with 4 if not. Rules that are missing are printed as YAML.",
            "",
            "Examples:",
            "  seep doctor -n shop",
            "  seep doctor -A -l tier=backend --every 10s",
            "  seep doctor --source docker -n shop",
        })
final class DoctorCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final LengthOptions length = new LengthOptions();

    @Mixin
    private final PlanOptions plan = new PlanOptions();

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Diagnosis diagnosis = new Diagnosis(surroundings.out());
        Companions companions = Companions.of(selection, List.of(), SampleFormat.JSONL);
        ProbePlan planned = plan.probes(spec, surroundings.folder(), companions, length.length);
        SoakPlan soak = plan.soak(planned, false, length.length);
        Sources sources = new Sources(surroundings, spec, false);
        if (selection.source == SelectionOptions.SourceKind.DOCKER) {
            engine(sources, soak, diagnosis);
        } else {
            cluster(sources, planned, soak, diagnosis);
        }
        return (diagnosis.isFaulty() ? ExitCode.CANNOT_MEASURE : ExitCode.PASS).number();
    }

    private void engine(Sources sources, SoakPlan soak, Diagnosis diagnosis) {
        try (DockerSource source = sources.docker(selection)) {
            new EngineCheckup(source).tell(soak, diagnosis);
        } catch (SourceException failure) {
            diagnosis.fault("engine", String.valueOf(failure.getMessage()));
        }
    }

    private void cluster(Sources sources, ProbePlan planned, SoakPlan soak, Diagnosis diagnosis) {
        try {
            Checkup checkup = Checkup.of(sources.connection(selection), sources.kubernetes(selection));
            diagnosis.fine("cluster", checkup.server() + " answers: Kubernetes " + checkup.version());
            List<MissingRule> missing = new ArrayList<>();
            try {
                if (!planned.countsAlone()) {
                    missing.addAll(rights(checkup, diagnosis));
                }
                missing.addAll(counting(checkup, planned, diagnosis));
                if (!planned.countsAlone() && !diagnosis.isFaulty()) {
                    targets(sources, checkup, soak, diagnosis);
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

    /** What is missing; with a fault it makes no sense to look further. */
    private List<MissingRule> rights(Checkup checkup, Diagnosis diagnosis) throws SourceException {
        List<MissingRule> missing = checkup.missing(Sources.agents(selection));
        for (MissingRule rule : missing) {
            String words = "not allowed: " + rule.rule().words() + "; the missing rule is " + rule;
            if (checkup.isOnlyForLaterVersions(rule)) {
                diagnosis.remark("rights", words + ", needed from Kubernetes 1.35 on");
            } else {
                diagnosis.fault("rights", words);
            }
        }
        if (missing.isEmpty()) {
            List<AccessRule> rules = Sources.agents(selection) == null ? AccessRule.POLLING : AccessRule.ASKING_AGENTS;
            diagnosis.fine("rights", rules.stream().map(AccessRule::words).collect(Collectors.joining("; ")));
        }
        List<MissingRule> wanted = new ArrayList<>(missing);
        wanted.addAll(events(checkup, diagnosis));
        return wanted;
    }

    /** What a run does without is no fault. */
    private static List<MissingRule> events(Checkup checkup, Diagnosis diagnosis) throws SourceException {
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
    private static List<MissingRule> counting(Checkup checkup, ProbePlan planned, Diagnosis diagnosis)
            throws SourceException {
        boolean named = planned.counting() == Counting.NAMED;
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
            objects.addAll(new Access("seep-polling", namespaces, AccessRule.merged(rules)).forUser(user));
        });
        PrintWriter out = surroundings.out();
        out.println();
        out.println("# For somebody who may grant it: kubectl apply -f -");
        out.print(Yaml.text(objects));
        out.flush();
    }

    private void targets(Sources sources, Checkup checkup, SoakPlan soak, Diagnosis diagnosis) throws SourceException {
        FoundTargets found = new FoundTargets();
        try (KubernetesSource source =
                KubernetesSource.connect(sources.connection(selection), sources.kubernetes(selection))) {
            String agents = Sources.agents(selection);
            if (agents != null) {
                source.throughAgents(agents);
            } else {
                Sources.withoutShells(source, selection);
            }
            source.start(found);
            List<LiveTarget> containers = found.containers();
            if (containers.isEmpty()) {
                diagnosis.fault("targets", "found no " + source.lookedFor() + "; start them, or choose others");
                return;
            }
            diagnosis.fine("targets", Quantity.count(containers.size()) + " " + source.lookedFor());
            if (agents != null) {
                sights(containers, diagnosis);
                load(containers, soak, true, diagnosis);
                return;
            }
            shells(found.oneOfEach(), diagnosis);
            load(containers, soak, false, diagnosis);
            idle(containers.get(0).node(), checkup, diagnosis);
        }
    }

    static void shells(Collection<LiveTarget> chosen, Diagnosis diagnosis) {
        Map<LiveTarget, Shells.Trial> trials = Shells.tryOut(chosen);
        long working = trials.values().stream().filter(Shells.Trial::works).count();
        boolean blind = working == 0 && trials.values().stream().noneMatch(Shells.Trial::seen);
        String words = working + " of " + trials.size() + " containers tried have one, a container of each workload";
        trials.values().stream().filter(trial -> !trial.works()).forEach(trial -> {
            String wayOut = trial.seen() ? "" : "; it will be a gap, leave it out with -E or -l";
            diagnosis.remark("shells", trial.fault() + wayOut);
        });
        if (blind) {
            diagnosis.fault("shells", words + "; seep needs sh in the image, nothing else");
        } else {
            diagnosis.fine("shells", words);
        }
    }

    private static void sights(List<LiveTarget> containers, Diagnosis diagnosis) {
        Map<String, LiveTarget> oneOfEachNode = new LinkedHashMap<>();
        containers.forEach(live -> oneOfEachNode.putIfAbsent(live.node(), live));
        Map<LiveTarget, String> faults = Shells.tryLooking(oneOfEachNode.values());
        faults.values().stream().filter(fault -> !fault.isEmpty()).forEach(fault -> diagnosis.fault("agents", fault));
        if (faults.values().stream().allMatch(String::isEmpty)) {
            diagnosis.fine("agents", "all nodes have one that answers: " + Quantity.count(faults.size()));
        }
    }

    static void load(List<LiveTarget> containers, SoakPlan soak, boolean together, Diagnosis diagnosis) {
        int nodes = (int) containers.stream().map(LiveTarget::node).distinct().count();
        double polls = containers.size() / (soak.every().toMillis() / 1e3);
        diagnosis.fine(
                "load",
                new PollingLoad(containers.size(), 0, nodes, soak.every(), polls, soak.keepsSessions(), together)
                        .describe());
    }

    private static void idle(String node, Checkup checkup, Diagnosis diagnosis) {
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
