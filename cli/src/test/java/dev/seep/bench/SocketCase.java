package dev.seep.bench;

import dev.seep.sample.Threads;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * One case of {@link WebSocketBench}, in a process of its own: a client and so many sessions to a {@link
 * FakeApiServer}. Arguments: {@code own}, {@code jdk} or {@code none}, the server's folder, sessions, polls a second over all of
 * them, seconds. Prints its figures in one line.
 */
final class SocketCase {
    private static final Pattern PORT = Pattern.compile("https://127\\.0\\.0\\.1:(\\d+)");
    private static final int OPENING_AT_ONCE = 8;
    private static final int WARM_UP_SECONDS = 8;
    /** Counted are the sessions after these: the first ones bring what all share. */
    private static final int FIRST = 10;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final KeptSockets client;
    private final List<KeptSockets.Socket> sockets = new ArrayList<>();
    private final AtomicLong answers = new AtomicLong();
    private long questions;

    /** What is in use when nothing is under way. */
    private record Memory(long heap, long direct) {
        static Memory now() {
            for (int i = 0; i < 3; i++) {
                System.gc();
                LockSupport.parkNanos(SECOND / 2); // What is found to be dead is let go by other threads.
            }
            // What was left by the collection: what threads have reserved since, to allocate from, is not in use.
            long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                    .sum();
            long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                    .filter(pool -> pool.getName().equals("direct"))
                    .mapToLong(BufferPoolMXBean::getMemoryUsed)
                    .sum();
            return new Memory(heap, direct);
        }
    }

    private SocketCase(KeptSockets client) {
        this.client = client;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        Matcher port = PORT.matcher(Files.readString(folder.resolve("kubeconfig")));
        if (!port.find()) {
            throw new IllegalStateException("no server in " + folder);
        }
        int number = Integer.parseInt(port.group(1));
        SSLContext trust = ServerKey.madeIn(folder).trusting();
        // One thread is enough for either, and the least that either can do with.
        Executor workers = Threads.pool(1, "worker");
        try (KeptSockets client =
                switch (args[0]) {
                    case "own" -> new OwnSockets(number, trust, workers);
                    case "jdk" -> new JdkSockets(number, trust, workers);
                    default -> new NoSockets();
                }) {
            System.out.println(new SocketCase(client)
                    .measure(Integer.parseInt(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4])));
        }
        System.exit(0);
    }

    /** Bytes of heap and direct bytes a session, CPU of an opening and of a poll in ms, threads, resident MiB. */
    private String measure(int sessions, int rate, int seconds) throws Exception {
        Memory unused = Memory.now(); // The first look brings classes of its own.
        open(FIRST);
        poll(rate, WARM_UP_SECONDS);
        Memory first = Memory.now();
        double cpu = use().cpuSeconds();
        open(sessions);
        double opening = use().cpuSeconds() - cpu;
        poll(rate, WARM_UP_SECONDS);
        cpu = use().cpuSeconds();
        long before = questions;
        poll(rate, seconds);
        ProcessUse end = use();
        Memory all = Memory.now();
        return Figures.text(
                "%d %d %.3f %.4f %d %d",
                (all.heap() - first.heap()) / (sessions - FIRST),
                (all.direct() - first.direct()) / (sessions - FIRST),
                opening * 1e3 / (sessions - FIRST),
                (end.cpuSeconds() - cpu) * 1e3 / (questions - before),
                end.threads(),
                end.resident() >> 20);
    }

    private static ProcessUse use() throws java.io.IOException {
        return ProcessUse.of(ProcessHandle.current().pid());
    }

    private void open(int sessions) {
        while (sockets.size() < sessions) {
            var some = java.util.stream.IntStream.range(
                            sockets.size(), Math.min(sessions, sockets.size() + OPENING_AT_ONCE))
                    .mapToObj(number -> client.open(
                            "/api/v1/namespaces/" + FakeApiServer.NAMESPACE + "/pods/" + Population.name(number)
                                    + "/exec?stdin=true&stdout=true&command=sh",
                            answers::incrementAndGet))
                    .toList();
            some.forEach(opening -> sockets.add(opening.join()));
        }
    }

    /** Asks one after the other, evenly, and returns when all have answered. */
    private void poll(int rate, int seconds) {
        long start = System.nanoTime();
        for (long i = 0; i < (long) rate * seconds; i++) {
            long due = start + i * SECOND / rate;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            awaitAnswers(questions - sockets.size() + 1);
            byte[] question = (" " + ++questions + " sockets\n").getBytes(StandardCharsets.US_ASCII);
            question[0] = 0;
            sockets.get((int) (i % sockets.size())).send(ByteBuffer.wrap(question));
        }
        awaitAnswers(questions);
    }

    private void awaitAnswers(long number) {
        long end = System.nanoTime() + 30 * SECOND;
        while (answers.get() < number) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(answers + " answers to " + questions + " questions");
            }
            LockSupport.parkNanos(SECOND / 10_000);
        }
    }
}
