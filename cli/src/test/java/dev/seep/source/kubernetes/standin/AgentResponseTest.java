package dev.seep.source.kubernetes.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seep.sample.GapReason;
import dev.seep.source.ExecResult.Failed;
import dev.seep.source.ExecResult.Seen;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentResponseTest {
    private static final String HEAD = "{'format':'seep.look/1'}\n";

    @Test
    void whatWasSeenIsToldByContainer() {
        var seen = AgentResponse.parse(json(HEAD + "{'id':'a','v':{'threads':7},'gap':{'fds':'denied'}}\n"
                + "{'id':'b','gap':{'*':'target-gone'}}\n{'end':2}"));

        assertThat(seen).containsOnlyKeys("a", "b");
        assertThat(((Seen) Objects.requireNonNull(seen.get("a"))).values()).isEqualTo(Map.of("threads", 7.0));
        assertThat(((Seen) Objects.requireNonNull(seen.get("a"))).gaps()).isEqualTo(Map.of("fds", GapReason.DENIED));
        assertThat(seen.get("b")).isEqualTo(new Failed(GapReason.TARGET_GONE, "the agent sees no process of it"));
    }

    @Test
    void anAnswerAboutNobodyIsWhole() {
        assertThat(AgentResponse.parse(json(HEAD + "{'end':0}"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'format':'seep.look/2'};{'end':0} | another version of seep",
                "{'hello':1} | another version of seep",
                "{'format':'seep.look/1'};{'id':'a'} | its answer is incomplete",
                "{'format':'seep.look/1'};{'id':'a'};{'end':2} | its answer is incomplete",
                "{'format':'seep.look/1'};{'id':'a','v':{'x':'many'}};{'end':1} | its answer makes no sense",
                "{'format':'seep.look/1'};[1];{'end':1} | its answer makes no sense",
                "<html> | its answer makes no sense",
            })
    void whatIsNotWholeOrNotUnderstoodIsNoAnswer(String lines, String words) {
        assertThatThrownBy(() -> AgentResponse.parse(json(lines.replace(';', '\n'))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
