package dev.seep.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TunedConstantTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path FILE = Path.of("Some.java");
    private static final String TEXT = """
            final class Some {
                static final int FEWEST = 6;
                private static final double TAIL = 0.025;
                private static final double STRAIGHT = Math.exp(3);
                private static final double[] TAUS = {.01, .02};
                private static final int DERIVED = FEWEST + 1;
                static final int ONE = 1;
            }
            """;

    private static TunedConstant named(String name) {
        return TunedConstant.in(FILE, TEXT).stream()
                .filter(tuned -> tuned.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsSingleNumbersAndNeitherScalesNorWhatIsDerived() {
        assertThat(TunedConstant.in(FILE, TEXT).stream().map(TunedConstant::name))
                .containsExactly("FEWEST", "TAIL", "STRAIGHT", "ONE");
    }

    @Test
    void multipliesWhereTheNumberStands() {
        assertThat(named("TAIL").in(TEXT, 0.8)).contains("double TAIL = (0.025) * 0.8;");
        assertThat(named("STRAIGHT").in(TEXT, 1.2)).contains("double STRAIGHT = (Math.exp(3)) * 1.2;");
    }

    @Test
    void wholeNumberIsRoundedAndMovesByAtLeastOne() {
        assertThat(named("FEWEST").in(TEXT, 1.2)).contains("int FEWEST = 7;");
        assertThat(named("ONE").in(TEXT, 0.8)).contains("int ONE = 0;");
        assertThat(named("ONE").in(TEXT, 1.2)).contains("int ONE = 2;");
    }

    @Test
    void unchangedSourcesJudgeAsTheClassPathDoes() throws IOException {
        List<Generated> series = Generated.all(5, 1);
        Path file = SOURCES.resolve("dev/seep/trend/Trend.java");
        try (OtherJudge other = new OtherJudge(SOURCES, file, Files.readString(file))) {
            assertThat(other.judge(series.stream().map(Generated::series).toList()))
                    .isEqualTo(new Judging()
                            .apply(series.stream().map(Generated::series).toList()));
        }
    }

    @Test
    void changedConstantChangesTheVerdict() throws IOException {
        Path file = SOURCES.resolve("dev/seep/trend/Trend.java");
        TunedConstant grows = TunedConstant.in(file, Files.readString(file)).stream()
                .filter(tuned -> tuned.name().equals("GROWS"))
                .findFirst()
                .orElseThrow();
        Generated leak = Generated.all(5, 1).stream()
                .filter(one -> one.family() == Family.LINE)
                .findFirst()
                .orElseThrow();
        try (OtherJudge other = new OtherJudge(SOURCES, file, grows.in(Files.readString(file), 1e6))) {
            assertThat(Stream.of(leak.series()).flatMap(one -> other.judge(List.of(one)).values().stream()))
                    .doesNotContain("leak");
        }
    }
}
