package dev.seep.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Growth;
import dev.seep.sample.Growth.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a target printed, honest or not. */
class EvidenceCaptureTest {
    @Test
    void comparesTwoLooksByGroupAndNamesTheOnlyMemberOfOne() {
        EvidenceCapture before = EvidenceCapture.parse("descriptors\t2\t2\tjava\t/log/app.*.log\t\nend\n");
        EvidenceCapture after = capture(
                "descriptors\t414\t414\tjava\t/log/app.*.log\t", "descriptors\t3\t3\tjava\t/data/*\t/data/7", "end");

        assertThat(EvidenceDiff.of(before, after))
                .containsExactly(
                        new Growth(Kind.DESCRIPTORS, "/log/app.*.log", "java", 2, 414),
                        new Growth(Kind.DESCRIPTORS, "/data/7", "java", 0, 3));
    }

    @Test
    void whatOnlyTheLastLookAskedForIsNotTakenForGrowth() {
        EvidenceCapture before = EvidenceCapture.parse("processes\t1\t1\t\tjava\tjava\nend\n");
        EvidenceCapture after =
                EvidenceCapture.parse("processes\t1\t1\t\tjava\tjava\nclasses\t900\t3\tjava\t[B\t[B\nend\n");

        assertThat(EvidenceDiff.of(before, after))
                .singleElement()
                .satisfies(growth -> assertThat(growth.isKnownBefore()).isFalse());
    }

    @Test
    void aLookThatWasCutSaysSo() {
        assertThat(EvidenceCapture.parse("zombies\t1\t1\tsh\tx\tx\n").notes())
                .containsExactly("the look was cut short: there may be more than is told");
    }

    @Test
    void linesThatMakeNoSenseArePassedOver() {
        EvidenceCapture evidenceCapture = capture(
                "descriptors\t-1\t1\ta\tb\tc",
                "descriptors\t1e9\t1\ta\tb\tc",
                "descriptors\t99999999999999999999\t1\ta\tb\tc",
                "secrets\t1\t1\ta\tb\tc",
                "descriptors\t1\t1\ta\tb",
                "descriptors\t1\tone\ta\tb\tc",
                "\t\t\t\t\t",
                "\0");

        assertThat(evidenceCapture.isEmpty()).isTrue();
    }

    @Test
    void namesAreReadAsUtf8WithoutWhatCouldMoveACursor() {
        EvidenceCapture evidenceCapture = EvidenceCapture.parse(
                "descriptors\t1\t1\tj\u00c3\u00a4va\t/\u001b[2J\u00e2\u0080\u00ae\u0085x\t\nend\n");

        assertThat(evidenceCapture.text()).contains("j\u00e4va", "/?[2J??x").doesNotContain("\u001b", "\u202e");
        assertThat(EvidenceCapture.parse("descriptors\t1\t1\ta\t" + "x".repeat(5000) + "\t\nend\n")
                        .text())
                .hasSizeLessThan(300);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tcp 08 out 0500000A:1F90                               | CLOSE_WAIT to 10.0.0.5:8080
            tcp 0A listen 1F90                                     | LISTEN at port 8080
            tcp 01 in 0050 0100007F                                | ESTABLISHED at port 80 from 127.0.0.1
            tcp 01 in 0050                                         | ESTABLISHED at port 80
            tcp 08 out 0000000000000000FFFF00000500000A:1F90       | CLOSE_WAIT to 10.0.0.5:8080
            tcp 01 in 0050 00000000000000000000000001000000        | ESTABLISHED at port 80 from [::1]
            tcp 01 out B80D0120000000000000000001000000:01BB       | ESTABLISHED to [2001:db8::1]:443
            tcp 06 out 00000000000000000000000000000000:0001       | TIME_WAIT to [::]:1
            tcp FF in 0050                                         | state FF at port 80
            tcp 08 out nonsense                                    | tcp 08 out nonsense
            """)
    void socketsAreToldInWords(String raw, String words) {
        assertThat(SocketDescriptions.of(raw)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [B                                      | byte[]
            [[J                                     | long[][]
            [Ljava.lang.Object;                     | java.lang.Object[]
            java.util.HashMap$Node                  | java.util.HashMap$Node
            com.shop.Cart$$Lambda/0x00007f1c0c001a8 | com.shop.Cart$$Lambda
            com.shop.Cart$$Lambda$14/0x0000000800c0 | com.shop.Cart$$Lambda
            [                                       | []
            """)
    void classesAreToldAsTheyAreWritten(String raw, String words) {
        assertThat(JvmClassNames.of(raw)).isEqualTo(words);
    }

    private static EvidenceCapture capture(String... lines) {
        return EvidenceCapture.parse(String.join("\n", lines));
    }
}
