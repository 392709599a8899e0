package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How abnormal events are told. */
class EventsReportTest {
    @Test
    void textTellsOfEachReasonTheMostFrequentAndCountsTheRest() {
        List<String> lines = Reports.text(new TextReport(new Style(false, false, 80), null, false), Verdicts.events(13))
                .lines()
                .toList();

        assertThat(lines)
                .contains("events     shop/pod/web-0 and 11 more  BackOff 23,923 times:")
                .contains("unwatched  events in namespace pay: not allowed; seep doctor prints the missing");
        assertThat(lines).filteredOn(line -> line.contains("shop/pod/web-")).hasSize(2);
        assertThat(lines).noneMatch(line -> line.startsWith("::error"));
    }

    @Test
    void textSaysNothingWhereNothingWentWrong() {
        for (Report report :
                List.of(new TextReport(Style.PLAIN, null, false), new MarkdownReport(), new HtmlReport("1"))) {
            assertThat(Reports.text(report, Verdicts.early()))
                    .doesNotContainIgnoringCase("event")
                    .doesNotContain("watched");
        }
    }

    @Test
    void jsonHasThemAllWithTheirTimes() throws IOException {
        JsonNode json = new ObjectMapper().readTree(Reports.text(new VerdictJson("1"), Verdicts.events(1001)));

        assertThat(json.path("events")).hasSize(1000);
        assertThat(json.at("/events/0").toString())
                .startsWith("{\"reason\":\"BackOff\",\"namespace\":\"shop\",\"object\":\"pod/web-0\",\"count\":2000,"
                        + "\"first\":\"2026-11-22T21:00:00.123Z\",\"last\":\"2026-11-22T21:00:00.123Z\",\"message\":");
        assertThat(json.path("unwatched").toString()).isEqualTo("[\"events in namespace pay\"]");
    }

    @Test
    void markdownAndHtmlHaveTables() {
        String markdown = Reports.text(new MarkdownReport(), Verdicts.events(25));
        String html = Reports.text(new HtmlReport("1"), Verdicts.events(250));

        assertThat(markdown)
                .contains("| event | object | times | message |")
                .contains("| BackOff | shop/pod/web-0 | 2,000 | evil")
                .contains("and 5 more in verdict.json")
                .contains("**Not watched**: events in namespace pay")
                .doesNotContain("<b>");
        assertThat(html)
                .contains("<h2>Abnormal events (250)</h2>")
                .contains("<td>BackOff</td><td>shop/pod/web-0</td><td>2,000</td>")
                .contains("and 50 more in the run folder")
                .contains("Not allowed to watch events in namespace pay")
                .doesNotContain("<b>");
    }
}
