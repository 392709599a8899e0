package dev.seep.verdict.policy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.seep.sample.Durations;
import dev.seep.sample.Rates;
import dev.seep.verdict.policy.Allowance.KnownLeak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads policies from YAML, and collects all problems of a file before it complains.
 *
 * <pre>
 * defaults:                     # for all series where no rule says otherwise
 *   horizon: 7d                 # a limit that is reached later does no harm; left out, ten times the observed time
 *   settle: 10m                 # how long a life may warm up; left out, the data show it
 *   severity: fail              # fail, warn or ignore
 * ceilings:                     # by metric, for every target: no sample may be above
 *   zombies: 0
 * rules:                        # of the rules that match, the last one that sets a field decides it
 *   - namespace: shop           # namespace, workload, container, metric: globs of * and ?
 *     metric: memory.*
 *     growth: 5Mi/h             # allowed for ever
 *   - workload: deployment/old
 *     metric: fds.open
 *     known: {reason: "SHOP-123", expires: 2027-01-31}
 *   - leak: 3f2a9c1b            # by the id that reports have, with all that grows with it
 *     known: {reason: "SHOP-124", expires: 2027-01-31}
 * events:                       # by reason (a glob): no run may have more abnormal events of it
 *   Evicted: 0
 * </pre>
 *
 * <p>A rule sets one or more of growth, ceiling, horizon, settle, severity and known. A rule with the full name of a
 * metric has it judged even if it would never fail a run by itself, such as {@code memory.cache}.
 */
public final class PolicyReader {
    static final List<String> TOP = List.of("defaults", "ceilings", "rules", "events");
    static final List<String> KNOWN = List.of("reason", "expires");
    static final List<String> SCOPE = List.of("namespace", "workload", "container", "metric");
    static final List<String> CHANGE = List.of("growth", "ceiling", "horizon", "settle", "severity", "known");
    static final List<String> BY_ID = List.of("leak", "known");
    private static final List<String> RULE =
            Stream.of(List.of("leak"), SCOPE, CHANGE).flatMap(List::stream).toList();

    /** How the parser says where it met one. */
    private static final Pattern TAB = Pattern.compile("\\(TAB\\).*\\R.*line (\\d+), column (\\d+)");

    private final Problems problems;

    private PolicyReader(Problems problems) {
        this.problems = problems;
    }

    /** @throws PolicyException with all that is wrong, each with line and column, or that the file cannot be read */
    public static Policy read(Path file) {
        if (Files.isDirectory(file)) {
            throw new PolicyException(
                    List.of("cannot read the policy " + file + ": it is a folder, name the file in it"));
        }
        try {
            return parse(file.toString(), new YAMLFactory().createParser(Files.readString(file)));
        } catch (IOException e) {
            throw new PolicyException(List.of("cannot read the policy " + file + ": " + reason(e)));
        }
    }

    /**
     * Policy that {@link Policy#asMap} wrote; an empty map is the default policy.
     *
     * @throws PolicyException if it is none
     */
    public static Policy of(Map<String, Object> map) {
        try {
            ObjectMapper json = new ObjectMapper();
            return parse(Problems.RECORDED, json.createParser(json.writeValueAsString(map)));
        } catch (IOException e) {
            throw new PolicyException(List.of("cannot read the recorded policy: " + reason(e)));
        }
    }

    private static Policy parse(String file, JsonParser parser) throws IOException {
        Problems problems = new Problems(file);
        try (parser) {
            parser.nextToken();
            YamlNode yamlNode = YamlNode.read(parser);
            if (parser.nextToken() != null) {
                problems.add(parser.currentTokenLocation(), "a second document begins here, a policy is one");
            }
            Policy policy = new PolicyReader(problems).policy(yamlNode);
            problems.check();
            return policy;
        } catch (JacksonException e) {
            JsonLocation place = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            Matcher tab = TAB.matcher(e.getOriginalMessage());
            if (tab.find()) {
                JsonLocation there =
                        new JsonLocation(null, -1, Integer.parseInt(tab.group(1)), Integer.parseInt(tab.group(2)));
                problems.add(there, "a tab is here, and YAML is indented with spaces");
            } else {
                problems.add(place, e.getOriginalMessage());
            }
            throw problems.exception();
        }
    }

    private static String reason(IOException error) {
        return error instanceof NoSuchFileException ? "there is no such file" : error.toString();
    }

    private Policy policy(YamlNode yamlNode) {
        KnownKeys knownKeys = KnownKeys.of(yamlNode, TOP, problems);
        YamlNode defaults = knownKeys.node("defaults");
        List<Rule> rules = new ArrayList<>();
        List<KnownId> knownIds = new ArrayList<>();
        ceilings(knownKeys.node("ceilings"), rules);
        rules(knownKeys.node("rules"), rules, knownIds);
        return new Policy(
                defaults == null
                        ? Allowance.DEFAULT
                        : change(KnownKeys.of(defaults, CHANGE, problems), null).of(Allowance.DEFAULT, false),
                rules,
                knownIds,
                events(knownKeys.node("events")));
    }

    private List<EventCeiling> events(@Nullable YamlNode yamlNode) {
        List<EventCeiling> ceilings = new ArrayList<>();
        if (yamlNode != null) {
            KnownKeys.of(yamlNode, List.of(), problems).values().forEach((reason, value) -> {
                Long most = KnownKeys.scalar(reason, value, PolicyReader::times, problems);
                if (most != null) {
                    ceilings.add(new EventCeiling(new Glob(reason), most, problems.line(value.place())));
                }
            });
        }
        return ceilings;
    }

    private void ceilings(@Nullable YamlNode yamlNode, List<Rule> rules) {
        if (yamlNode == null) {
            return;
        }
        KnownKeys.of(yamlNode, List.of(), problems).values().forEach((metric, value) -> {
            Double ceiling = KnownKeys.scalar(metric, value, text -> Ceilings.parse(text, metric), problems);
            RuleScope ruleScope = new RuleScope(null, null, null, new Glob(metric));
            AllowanceOverride allowanceOverride = new AllowanceOverride(null, ceiling, null, null, null, null);
            rules.add(new Rule(ruleScope, allowanceOverride, problems.line(value.place())));
        });
    }

    private void rules(@Nullable YamlNode yamlNode, List<Rule> rules, List<KnownId> knownIds) {
        if (yamlNode instanceof YamlNode.Items items) {
            for (YamlNode item : items.items()) {
                if (item.has("leak")) {
                    knownId(item, knownIds);
                } else {
                    rules.add(rule(item));
                }
            }
        } else if (yamlNode != null
                && !(yamlNode instanceof YamlNode.Scalar scalar && scalar.text().isEmpty())) {
            problems.add(yamlNode.place(), "'rules' needs a list: begin each rule with a dash");
        }
    }

    private Rule rule(YamlNode yamlNode) {
        KnownKeys knownKeys = KnownKeys.of(yamlNode, RULE, problems);
        if (CHANGE.stream().noneMatch(knownKeys.values()::containsKey)) {
            problems.add(yamlNode.place(), "this rule sets nothing, expected one of " + String.join(", ", CHANGE));
        }
        RuleScope ruleScope = new RuleScope(
                knownKeys.read("namespace", Glob::new),
                knownKeys.read("workload", Glob::new),
                knownKeys.read("container", Glob::new),
                knownKeys.read("metric", Glob::new));
        return new Rule(ruleScope, change(knownKeys, ruleScope.metric()), problems.line(yamlNode.place()));
    }

    /** Such a rule names its leak by nothing else, and says nothing else of it. */
    private void knownId(YamlNode yamlNode, List<KnownId> knownIds) {
        KnownKeys knownKeys = KnownKeys.of(yamlNode, BY_ID, problems);
        String id = knownKeys.require("leak", PolicyReader::id);
        YamlNode node = knownKeys.node("known");
        if (node == null) {
            problems.add(yamlNode.place(), "'known' is missing here");
            return;
        }
        KnownLeak known = known(node);
        if (id != null && known != null) {
            knownIds.add(new KnownId(id, known, problems.line(yamlNode.place())));
        }
    }

    private AllowanceOverride change(KnownKeys knownKeys, @Nullable Glob metric) {
        YamlNode known = knownKeys.node("known");
        return new AllowanceOverride(
                knownKeys.read("growth", PolicyReader::growth),
                knownKeys.read("ceiling", text -> Ceilings.parse(text, metric == null ? "" : metric.text())),
                knownKeys.read("horizon", Durations::parse),
                knownKeys.read("settle", Durations::parse),
                knownKeys.read("severity", Severity::ofWord),
                known == null ? null : known(known));
    }

    private @Nullable KnownLeak known(YamlNode yamlNode) {
        KnownKeys knownKeys = KnownKeys.of(yamlNode, KNOWN, problems);
        String reason = knownKeys.require("reason", text -> text);
        LocalDate expires = knownKeys.require("expires", PolicyReader::date);
        return reason == null || expires == null ? null : new KnownLeak(reason, expires);
    }

    private static String id(String text) {
        if (!text.matches("[0-9a-f]{8}")) {
            throw new IllegalArgumentException(
                    "not the id of a leak: '" + text + "', write it as reports have it, as in 3f2a9c1b");
        }
        return text;
    }

    private static double growth(String text) {
        double perHour = text.equals("0") ? 0 : Rates.parsePerHour(text);
        if (perHour < 0) {
            throw new IllegalArgumentException("growth that is allowed cannot be below 0: '" + text + "'");
        }
        return perHour;
    }

    private static long times(String text) {
        if (!text.matches("\\d{1,12}")) {
            throw new IllegalArgumentException("not a number of events: '" + text + "', write it as in 0 or 3");
        }
        return Long.parseLong(text);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a date: '" + text + "', write it as in 2027-01-31", e);
        }
    }
}
