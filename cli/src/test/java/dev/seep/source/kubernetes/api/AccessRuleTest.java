package dev.seep.source.kubernetes.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccessRuleTest {
    @Test
    void rulesOfOneResourceAreOneRuleWithTheVerbsOfAll() {
        assertThat(AccessRule.merged(List.of(
                        new AccessRule("", "pods", List.of("get", "list")),
                        new AccessRule("batch", "jobs", List.of("get")),
                        new AccessRule("", "pods", List.of("list", "watch")))))
                .containsExactly(
                        new AccessRule("", "pods", List.of("get", "list", "watch")),
                        new AccessRule("batch", "jobs", List.of("get")));
    }

    @Test
    void countingTakesRulesOfTheKindsThatEveryClusterHas() {
        assertThat(AccessRule.counting(List.of("jobs", "widgets.example.com", "secrets")))
                .extracting(AccessRule::toString)
                .containsExactly(
                        "{apiGroups: [\"batch\"], resources: [\"jobs\"], verbs: [\"list\", \"watch\"]}",
                        "{apiGroups: [\"\"], resources: [\"secrets\"], verbs: [\"list\", \"watch\"]}");
    }

    @Test
    void inWordsTheVerbsComeFirst() {
        assertThat(new AccessRule("", "pods/exec", List.of("get", "create")).words())
                .isEqualTo("get, create on pods/exec");
    }
}
