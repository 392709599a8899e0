package dev.seep.verdict.policy;

import static dev.seep.verdict.policy.Policies.problems;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a policy: where it stands, what it is, and the way out. */
class ProblemsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            defaults: {growth: fast}     | 1:20: growth: not a rate: 'fast': write a quantity per s, min, h, d or w, as in 5Mi/h or 0.1/min
            defaults: {growth: -1/h}     | 1:20: growth: growth that is allowed cannot be below 0: '-1/h'
            defaults: {ceiling: many}    | 1:21: ceiling: not a quantity: 'many': write a number and perhaps a unit, as in 512Mi, 1.5Gi, 100m or 1e3
            defaults: {severity: error}  | 1:22: severity: unknown severity 'error': use fail, warn or ignore
            defaults: {known: 5}         | 1:19: expected keys with values: reason, expires
            defaults: {known: {expires: 2027-01-31}}            | 1:19: 'reason' is missing here
            defaults: {known: {reason: x}}                      | 1:19: 'expires' is missing here
            defaults: {known: {reason: x, expires: 31.1.2027}}  | 1:40: expires: not a date: '31.1.2027', write it as in 2027-01-31
            defaults: {known: {reason: x, expire: 2027-01-31}}  | 1:31: unknown key 'expire', did you mean 'expires'?
            defaults: {metric: fds.open} | 1:12: unknown key 'metric', known are growth, ceiling, horizon, settle, severity, known
            ceilings: 5                  | 1:11: expected keys with values
            ceilings: {zombies: [0]}     | 1:21: 'zombies' needs one value
            ceilings: {zombies: }        | 1:20: 'zombies' needs one value
            events: {Evicted: often}     | 1:19: Evicted: not a number of events: 'often', write it as in 0 or 3
            events: {Evicted: 1.5}       | 1:19: Evicted: not a number of events: '1.5', write it as in 0 or 3
            rules: {metric: fds.open}    | 1:8: 'rules' needs a list: begin each rule with a dash
            rules: [{metric: fds.open}]  | 1:9: this rule sets nothing, expected one of growth, ceiling, horizon, settle, severity, known
            rules: [{growth: 1/h, growth: 2/h}]                 | 1:23: 'growth' is there twice
            rules: [{workloud: web, growth: 1/h}]               | 1:10: unknown key 'workloud', did you mean 'workload'?
            rule: []                     | 1:1: unknown key 'rule', did you mean 'rules'?
            """)
    void aProblemHasItsLineAndColumn(String yaml, String problem) {
        assertThat(problems(yaml)).contains(problem);
    }

    @ParameterizedTest
    @CsvSource({"horizon", "settle"})
    void timesAreDurations(String key) {
        assertThat(problems("defaults: {" + key + ": soon}"))
                .singleElement()
                .asString()
                .contains(": " + key + ": ")
                .contains("'soon'");
    }

    @Test
    void allOfThemAreToldAtOnceAndOfOneRuleEach() {
        assertThat(problems("""
                defaults:
                  severity: loud
                rules:
                  - {growth: fast, ceiling: -1}
                  - {metric: fds.open}
                """))
                .extracting(problem -> problem.substring(0, problem.indexOf(' ')))
                .containsExactlyInAnyOrder("2:13:", "4:14:", "4:29:", "5:5:");
    }

    @Test
    void aSecondDocumentIsToldWhereItBegins() {
        assertThat(problems("ceilings: {zombies: 0}\n---\nceilings: {zombies: 1}\n"))
                .singleElement()
                .asString()
                .startsWith("3:")
                .endsWith("a second document begins here, a policy is one");
    }

    @Test
    void aProblemIsOneLine() {
        assertThat(problems("rules:\n  - metric: \"open\n"))
                .isNotEmpty()
                .allMatch(problem -> problem.lines().count() == 1);
    }

    @Test
    void theMessageHasALineForEachProblem() {
        Problems problems = new Problems("policy.yaml");
        problems.add(JsonLocation.NA, "first\nwith more");
        problems.add(JsonLocation.NA, "second");

        assertThat(problems.exception()).hasMessage("policy.yaml:-1:-1: first\npolicy.yaml:-1:-1: second");
    }
}
