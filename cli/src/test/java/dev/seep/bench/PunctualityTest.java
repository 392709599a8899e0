package dev.seep.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.bench.EventLog.Entry;
import dev.seep.bench.EventLog.What;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PunctualityTest {
    private static final long EVERY = 10_000_000;

    private static Entry question(long micros) {
        return new Entry(micros, What.QUESTION, "a", 1);
    }

    private static List<Entry> punctual(int beats) {
        List<Entry> entries = new ArrayList<>(List.of(new Entry(0, What.RUNNING, "a", 0)));
        for (int i = 1; i <= beats; i++) {
            entries.add(question(i * EVERY + 123_000));
        }
        return entries;
    }

    @Test
    void findsNothingMissedWhereEveryBeatHasItsQuestion() {
        Punctuality beats = Punctuality.of(punctual(10), EVERY, 0, 10 * EVERY + 500_000);

        assertThat(beats.expected()).isEqualTo(10);
        assertThat(beats.missed()).isZero();
        assertThat(beats.within(1)).isEqualTo(1);
    }

    @Test
    void countsTheBeatWithoutAQuestionAsMissed() {
        List<Entry> ledger = punctual(10);
        ledger.remove(5);

        assertThat(Punctuality.of(ledger, EVERY, 0, 10 * EVERY + 500_000).missed())
                .isEqualTo(1);
    }

    @Test
    void measuresLatenessFromTheMostPunctualQuestion() {
        List<Entry> ledger = punctual(10);
        ledger.set(5, question(5 * EVERY + 123_000 + 2_500_000));

        Punctuality beats = Punctuality.of(ledger, EVERY, 0, 10 * EVERY + 500_000);

        assertThat(beats.late(1)).isEqualTo(2500);
        assertThat(beats.within(1000)).isEqualTo(0.9);
    }

    @Test
    void isNotMisledByAVeryLateFirstQuestion() {
        List<Entry> ledger = punctual(10);
        ledger.set(1, question(EVERY + 7_000_000));

        Punctuality beats = Punctuality.of(ledger, EVERY, 2 * EVERY, 10 * EVERY + 500_000);

        assertThat(beats.late(1)).isZero();
        assertThat(beats.missed()).isZero();
    }

    @Test
    void expectsNothingOfAPodThatIsGone() {
        List<Entry> ledger = punctual(4);
        ledger.add(new Entry(4 * EVERY + 5_000_000, What.GONE, "a", 0));

        Punctuality beats = Punctuality.of(ledger, EVERY, 0, 10 * EVERY);

        assertThat(beats.expected()).isEqualTo(4);
        assertThat(beats.missed()).isZero();
    }

    @Test
    void missesEveryBeatOfAPodThatIsNeverAsked() {
        List<Entry> ledger = List.of(new Entry(0, What.RUNNING, "a", 0));

        assertThat(Punctuality.of(ledger, EVERY, 0, 5 * EVERY).missed()).isEqualTo(4);
    }
}
