package dev.seep.demo;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Kinds of processes that the demo starts, leaking and healthy ones. */
public enum DemoKind {
    MEMORY_LEAK(MemoryLeak::new, "memory.rss", "memory.anon"),
    DESCRIPTOR_LEAK(DescriptorLeak::new, "fds.open", "fds.limit_share"),
    /** Each of its sockets is a descriptor too. */
    CLOSE_WAIT_LEAK(CloseWaitLeak::new, "sockets.tcp.close_wait", "fds.open", "fds.limit_share"),
    ZOMBIE_LEAK(ZombieLeak::new, "zombies"),
    STEADY(SteadyGarbage::new),
    /** Fills and empties its memory as a garbage collector does. */
    BREATHING(MemorySawtooth::new);

    private interface Start {
        DemoBehaviour begin() throws IOException;
    }

    @SuppressWarnings("ImmutableEnumChecker") // a constructor
    private final Start start;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> leaks;

    DemoKind(Start start, String... leaks) {
        this.start = start;
        this.leaks = List.of(leaks);
    }

    DemoBehaviour behaviour() throws IOException {
        return start.begin();
    }

    /** The name of the process: {@code memory-leak} ... */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The metrics on which it is meant to leak, the telling one first; none if it is healthy. */
    public List<String> leaks() {
        return leaks;
    }

    public boolean isMeantToLeak() {
        return !leaks.isEmpty();
    }

    /** Starts it with the Java and the classes that run now. It ends when its standard input closes. */
    public List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms16m",
                "-Xmx16m",
                "-Xint",
                "-XX:+UseSerialGC",
                "-XX:+AlwaysPreTouch",
                "-XX:MaxDirectMemorySize=1g",
                "-Xshare:auto",
                "-cp",
                classes(),
                DemoProcess.class.getName(),
                word());
    }

    private static String classes() {
        try {
            return Path.of(DemoKind.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static DemoKind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
