package dev.seep.testing;

import dev.seep.sample.BadDirection;
import dev.seep.sample.Durations;
import dev.seep.sample.Incarnation;
import dev.seep.sample.Metric;
import dev.seep.sample.Series;
import dev.seep.sample.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * Series whose course is known, such as {@code SeriesFixture.of("8h every 30s").level(100).slope(4).noise(1).series()}: what is
 * asked for is added up at every poll. What grows or starts up does so anew in every life; all else follows the time of the
 * run. Values are shares with a resolution of 0.0001 unless told otherwise. The same seed gives the same series.
 */
public final class SeriesFixture {
    private static final Instant START = Instant.parse("2026-11-22T20:00:00Z");
    private static final int HEAVY_FREEDOM = 3;
    /** Deviation of Student's t with three degrees of freedom. */
    private static final double HEAVY_DEVIATION = Math.sqrt(3);

    /** What is added to a value, told the hours since the first poll and since the life began. */
    private interface Term {
        double at(double hour, double age);
    }

    /** A term of one series, with the noise that it draws, if it draws any. */
    private interface Source {
        Term of(Random random);
    }

    /** Hours of the run that have no samples. */
    private record Gap(double from, double until) {}

    private final double hours;
    private final double every;
    private final List<Source> sources = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Double> births = new ArrayList<>(List.of(0.0));
    private long seed = 1;
    private Unit unit = Unit.RATIO;
    private BadDirection bad = BadDirection.UP;
    private double scale = 1;
    private boolean rounded;
    private double highest = Double.MAX_VALUE;

    private SeriesFixture(double hours, double every) {
        this.hours = hours;
        this.every = every;
    }

    /** @param schedule {@code LENGTH every INTERVAL}: polls from the start on, none at the end */
    public static SeriesFixture of(String schedule) {
        String[] parts = schedule.split(" every ", -1);
        return new SeriesFixture(hours(parts[0]), hours(parts[1]));
    }

    /** Of which the noise, if there is any, is drawn. */
    public SeriesFixture seed(long number) {
        seed = number;
        return this;
    }

    /** What is added is in MiB, the values are bytes. */
    public SeriesFixture mebibytes() {
        unit = Unit.BYTES;
        scale = 1 << 20;
        return this;
    }

    /** The values are whole numbers. */
    public SeriesFixture counts() {
        unit = Unit.COUNT;
        rounded = true;
        return this;
    }

    /** It is falling that is bad. */
    public SeriesFixture badDown() {
        bad = BadDirection.DOWN;
        return this;
    }

    public SeriesFixture level(double value) {
        return add((hour, age) -> value);
    }

    /** @param perHour of every life */
    public SeriesFixture slope(double perHour) {
        return add((hour, age) -> perHour * age);
    }

    /** A start-up of every life that goes on, ever slower: one time constant puts on 63 % of the rise. */
    public SeriesFixture saturating(double rise, String timeConstant) {
        double tau = hours(timeConstant);
        return add((hour, age) -> rise * (1 - Math.exp(-age / tau)));
    }

    /** A rise between two moments of the run that stays. */
    public SeriesFixture ramp(double rise, String from, String until) {
        double begin = hours(from);
        double end = hours(until);
        return add((hour, age) -> rise * Math.min(1, Math.max(0, (hour - begin) / (end - begin))));
    }

    /** A line that begins at a moment of the run. */
    public SeriesFixture hinge(double perHour, String from) {
        double begin = hours(from);
        return add((hour, age) -> perHour * Math.max(0, hour - begin));
    }

    public SeriesFixture step(double size, String at) {
        double moment = hours(at);
        return add((hour, age) -> hour >= moment ? size : 0);
    }

    /** Fills up evenly and falls back at once. */
    public SeriesFixture sawtooth(double height, String period) {
        double length = hours(period);
        return add((hour, age) -> height * cycle(hour, length));
    }

    /** A load that comes and goes as a sine does. */
    public SeriesFixture wave(double amplitude, String period) {
        double length = hours(period);
        return add((hour, age) -> amplitude * Math.sin(2 * Math.PI * hour / length));
    }

    /** A load that stands at {@code height} for the first {@code busy} of every period and is idle for the rest. */
    public SeriesFixture bursts(double height, String period, String busy) {
        double length = hours(period);
        double share = hours(busy) / length;
        return add((hour, age) -> cycle(hour, length) < share ? height : 0);
    }

    /** A single poll that is off. */
    public SeriesFixture spike(double size, String at) {
        double moment = hours(at);
        return add((hour, age) -> Math.abs(hour - moment) < every / 2 ? size : 0);
    }

    /** Gaussian noise of which each value knows nothing of the one before. */
    public SeriesFixture noise(double deviation) {
        return noise(deviation, 0);
    }

    /** Gaussian noise of this deviation of which each value remembers the share {@code phi} of the one before: AR(1). */
    public SeriesFixture noise(double deviation, double phi) {
        double fresh = Math.sqrt(1 - phi * phi);
        return draw(random -> {
            double[] remembered = {random.nextGaussian()};
            return (hour, age) -> {
                double value = deviation * remembered[0];
                remembered[0] = phi * remembered[0] + fresh * random.nextGaussian();
                return value;
            };
        });
    }

    /** Noise of this deviation with the tails of Student's t of three degrees of freedom. */
    public SeriesFixture heavyNoise(double deviation) {
        return draw(random -> (hour, age) -> {
            double squares = 0;
            for (int i = 0; i < HEAVY_FREEDOM; i++) {
                double normal = random.nextGaussian();
                squares += normal * normal;
            }
            double student = random.nextGaussian() / Math.sqrt(squares / HEAVY_FREEDOM);
            return deviation * student / HEAVY_DEVIATION;
        });
    }

    /** What a test draws by itself, at the seconds since the first poll, in their order. */
    public SeriesFixture plus(DoubleUnaryOperator bySecond) {
        return add((hour, age) -> bySecond.applyAsDouble(millis(hour) / 1000.0));
    }

    /** No value is above this: a limit that is enforced. */
    public SeriesFixture cappedAt(double most) {
        highest = most;
        return this;
    }

    /** A new life begins. */
    public SeriesFixture restart(String... at) {
        for (String moment : at) {
            births.add(hours(moment));
        }
        return this;
    }

    /** No polls from a moment on until another. */
    public SeriesFixture gap(String from, String until) {
        gaps.add(new Gap(hours(from), hours(until)));
        return this;
    }

    public Series series() {
        int polls = (int) Math.round(hours / every);
        double[] seconds = new double[polls];
        double[] values = new double[polls];
        int[] lives = new int[polls];
        List<Term> terms = terms();
        int size = 0;
        for (int i = 0; i < polls; i++) {
            double hour = i * every;
            int life = lifeAt(hour);
            double value = valueAt(terms, hour, hour - births.get(life));
            if (gaps.stream().noneMatch(gap -> gap.from <= hour && hour < gap.until)) {
                seconds[size] = START.getEpochSecond() + millis(hour) / 1000.0;
                values[size] = value;
                lives[size++] = life;
            }
        }
        return new Series(
                "app",
                null,
                Metric.unlimited("memory.anon", unit, bad),
                incarnations(),
                Arrays.copyOf(seconds, size),
                Arrays.copyOf(values, size),
                Arrays.copyOf(lives, size),
                polls - size,
                Double.NaN);
    }

    private double valueAt(List<Term> terms, double hour, double age) {
        double sum = 0;
        for (Term term : terms) {
            sum += term.at(hour, age);
        }
        double value = Math.min(sum, highest) * scale;
        return rounded ? Math.rint(value) : value;
    }

    private int lifeAt(double hour) {
        return (int) births.stream().filter(birth -> birth <= hour).count() - 1;
    }

    private List<Incarnation> incarnations() {
        return births.stream()
                .map(birth -> new Incarnation("life" + birth, START.plusSeconds(Math.round(birth * 3600)), null))
                .toList();
    }

    /** Every noise of a fixture has a stream of its own, so that a further one changes none. */
    private List<Term> terms() {
        Random seeds = new Random(seed);
        return sources.stream()
                .map(source -> source.of(new Random(seeds.nextLong())))
                .toList();
    }

    private SeriesFixture add(Term term) {
        return draw(random -> term);
    }

    private SeriesFixture draw(Source source) {
        sources.add(source);
        return this;
    }

    private static double cycle(double hour, double length) {
        return millis(hour) % millis(length) / (double) millis(length);
    }

    private static long millis(double hours) {
        return Math.round(hours * 3_600_000);
    }

    private static double hours(String duration) {
        return Durations.parse(duration).toMillis() / 3_600_000.0;
    }
}
