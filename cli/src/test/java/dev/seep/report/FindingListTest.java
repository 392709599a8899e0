package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.verdict.Finding;
import dev.seep.verdict.InconclusiveReason;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingListTest {
    @Test
    void tellsOfEachItsOutcomeItsCourseAndItsName() {
        Finding leak = FindingFixture.of("shop/web threads")
                .leaks("grows")
                .outline(1.0, 8.0)
                .build();
        Finding open = FindingFixture.of("shop/web m")
                .open(InconclusiveReason.TOO_SHORT, "why")
                .build();
        Finding silent =
                FindingFixture.of("rows").happened(0, "never came").missing().build();
        Finding hostile = FindingFixture.of(Verdicts.HOSTILE).build();

        assertThat(text(List.of(leak, open, silent, hostile))).isEqualTo("""
                        leak                   _#  shop/web threads
                        too short                  shop/web m
                        missing                    rows
                        pass                       evil?[31m??<b>&|`*]]>??::error::
                        """);
    }

    @Test
    void listsFortyAndCountsTheOthers() {
        List<Finding> many = IntStream.range(0, 1050)
                .mapToObj(i -> FindingFixture.of("web " + i).build())
                .toList();

        assertThat(text(many).lines()).hasSize(41).last().isEqualTo("and 1,010 more");
    }

    private static String text(List<Finding> findings) {
        return Reports.text(out -> new FindingList(new Style(false, false, 80)).write(findings, out));
    }
}
