package dev.seep.export;

import dev.seep.sample.Tally;
import dev.seep.verdict.policy.Policy;
import java.io.IOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Serves what a book holds: {@code /metrics} for Prometheus, and {@code /healthz}, which is 200 as long as polling goes
 * on.
 */
public final class Exporter implements AutoCloseable {
    private static final Duration STANDSTILL = Duration.ofSeconds(30);

    private final Book book;
    private final Tally tally;
    private final Clock clock;
    private final Families families;
    private final Looks looks;
    private final Endpoint endpoint;
    private volatile Supplier<Pulse> pulse;

    /**
     * Listens from now on.
     *
     * @param tally what was polled, kept by somebody else
     * @throws IOException if the address cannot be listened on
     */
    public Exporter(InetSocketAddress address, Book book, Tally tally, Policy policy, Clock clock) throws IOException {
        this.book = book;
        this.tally = tally;
        this.clock = clock;
        this.families = new Families(book.metrics());
        this.looks = new Looks(book, policy, clock);
        Pulse none = new Pulse(clock.instant(), 0, 0, 0, 0);
        this.pulse = () -> none;
        this.endpoint = new Endpoint(address, this::write, this::health, Map.of());
    }

    /** Begins to look at trends, of a session whose state this is. */
    public void follow(Supplier<Pulse> session) {
        pulse = session;
        looks.start();
    }

    public Book book() {
        return book;
    }

    /** Where it listens. */
    public String url() {
        return endpoint.url();
    }

    /** Judges at once what the book holds. */
    void look() {
        looks.look();
    }

    private void write(Page.Format format, Writer out) throws IOException {
        Page page = new Page(format, out);
        List<Watched> present = book.present();
        families.write(page, present);
        Trends.write(page, looks.last().findings(), present);
        book.events().write(page);
        OwnHealth.write(page, pulse.get(), tally.counts(), looks.last());
        page.end();
    }

    /** Empty if all is well. */
    private String health() {
        Instant last = pulse.get().time();
        Duration silent = Duration.between(last, clock.instant());
        return silent.compareTo(STANDSTILL) > 0 ? "polling stands still for " + silent.toSeconds() + " s" : "";
    }

    @Override
    public void close() {
        endpoint.close();
        looks.close();
    }
}
