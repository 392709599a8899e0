package dev.seep.bench;

import dev.seep.bench.WrongClock.Base;
import dev.seep.bench.WrongClock.Place;
import dev.seep.sample.Series;
import dev.seep.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What clocks that were wrong for a moment, and holes in a recording, do to the verdict: leaks and healthy series of
 * several lengths, each with samples that stand 1 to 100 times its length off. No leak may pass because of them.
 */
public final class ClockSweep {
    private static final int[] LENGTHS = {45, 60, 120, 240, 960};
    private static final int[] STRAYS = {1, 2, 5};
    private static final int[] GAPS = {1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 50, 100};
    private static final double[] SIZES = {0.05, 0.1, 0.2, 0.5, 1};
    private static final int SHOWN = 4;

    private record Case(String kind, String name, ClockCourse course, Series series) {}

    private record Called(Case one, Outcome outcome) {}

    private ClockSweep() {}

    public static void main(String[] args) {
        long seed = args.length > 0 ? Long.parseLong(args[0]) : VerdictBench.JUDGING_SEED;
        List<Called> called = cases(new Random(seed))
                .parallel()
                .map(one -> new Called(one, SingleSeriesJudge.judge(one.series).outcome()))
                .toList();
        System.out.print(report(called));
    }

    private static Stream<Case> cases(Random random) {
        List<Case> all = new ArrayList<>();
        for (int length : LENGTHS) {
            for (ClockCourse course : ClockCourse.values()) {
                for (double size : SIZES) {
                    Base base = new Base(course, size, length);
                    all.add(one("none", "", base, new WrongClock(Place.BEFORE, false, 0, 0), random));
                    clocks().forEach(clock -> all.add(one(kind(clock), name(clock), base, clock, random)));
                }
            }
        }
        return all.stream();
    }

    private static Stream<WrongClock> clocks() {
        List<WrongClock> clocks = new ArrayList<>();
        for (Place place : Place.values()) {
            for (boolean ownLife : new boolean[] {false, true}) {
                if (place == Place.SLEEP && ownLife) {
                    continue; // the same as a hole
                }
                for (int gap : GAPS) {
                    for (int strays : place.hasStrays() ? STRAYS : new int[] {0}) {
                        clocks.add(new WrongClock(place, ownLife, strays, gap));
                    }
                }
            }
        }
        return clocks.stream();
    }

    private static Case one(String kind, String clock, Base base, WrongClock wrong, Random random) {
        String name = String.format(
                Locale.ROOT,
                "%s of %.0f %% in %d samples%s",
                word(base.course()),
                100 * base.size(),
                base.samples(),
                clock);
        return new Case(kind, name, base.course(), wrong.samples(base, random).series(name, WrongClock.unit()));
    }

    private static String kind(WrongClock clock) {
        return word(clock.place()) + (clock.ownLife() ? ", other life" : ", same life");
    }

    private static String name(WrongClock clock) {
        String strays = clock.place().hasStrays() ? clock.strays() + " " : "";
        return ", " + strays + kind(clock) + ", gap " + clock.gap();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String report(List<Called> called) {
        MarkdownTable table = new MarkdownTable(
                "clock",
                "leaks",
                "passed",
                "called leak",
                "inconclusive",
                "passed %",
                "healthy",
                "called leak",
                "inconclusive",
                "false alarms %");
        StringBuilder offending = new StringBuilder();
        called.stream().map(one -> one.one.kind).distinct().forEach(kind -> {
            List<Called> some =
                    called.stream().filter(one -> one.one.kind.equals(kind)).toList();
            addRow(table, kind, some);
            offending.append(first("passed", counts(some, true).names(Outcome.PASS)));
            offending.append(first("false alarm", counts(some, false).names(Outcome.LEAK)));
        });
        addRow(table, "all", called);
        return table + "\n" + offending;
    }

    private static void addRow(MarkdownTable table, String kind, List<Called> some) {
        OutcomeCounts grow = counts(some, true);
        OutcomeCounts still = counts(some, false);
        table.row(
                kind,
                grow.all(),
                grow.called(Outcome.PASS),
                grow.called(Outcome.LEAK),
                grow.called(Outcome.INCONCLUSIVE),
                grow.percent(Outcome.PASS),
                still.all(),
                still.called(Outcome.LEAK),
                still.called(Outcome.INCONCLUSIVE),
                still.percent(Outcome.LEAK));
    }

    private static OutcomeCounts counts(List<Called> called, boolean leaks) {
        OutcomeCounts counts = new OutcomeCounts();
        called.stream()
                .filter(one -> one.one.course.leaks == leaks)
                .forEach(one -> counts.add(one.one.name, one.outcome));
        return counts;
    }

    private static String first(String what, List<String> names) {
        return names.stream()
                .limit(SHOWN)
                .map(name -> what + ": " + name + "\n")
                .collect(Collectors.joining());
    }
}
