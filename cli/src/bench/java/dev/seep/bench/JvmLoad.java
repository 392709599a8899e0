package dev.seep.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A service as a garbage collector sees it: short-lived garbage, sessions of half a minute that are promoted, and a
 * cache that is full after a minute and drops its oldest entries. With an argument it keeps so many MiB a minute for
 * ever. Takes a twentieth of a processor, and 50 MiB besides what it leaks.
 */
final class JvmLoad {
    private static final int KIB = 1 << 10;
    private static final int MIB = 1 << 20;
    private static final long TICK_MILLIS = 50;
    private static final int TICKS_PER_MINUTE = (int) (60_000 / TICK_MILLIS);
    private static final int GARBAGE_PER_TICK = MIB / 4;
    private static final int CACHE = 30 * MIB;
    private static final int CACHED_PER_TICK = 24 * KIB;
    private static final int SESSION = 16 * KIB;
    private static final int LEAKED = KIB / 2;

    private final Random random = new Random(1);
    private final Map<Long, byte[]> cache = new LinkedHashMap<>();
    private final ArrayDeque<List<byte[]>> sessions = new ArrayDeque<>();
    private final Map<Long, byte[]> leaked = new LinkedHashMap<>();
    private long keys;

    public static void main(String[] args) throws InterruptedException {
        double leak = args.length == 0 ? 0 : Double.parseDouble(args[0]) * MIB / TICKS_PER_MINUTE;
        JvmLoad load = new JvmLoad();
        for (long tick = 1; true; tick++) {
            load.session();
            load.cache();
            load.garbage();
            while (load.leaked.size() * (double) LEAKED < tick * leak) {
                load.leaked.put(load.keys++, new byte[LEAKED]);
            }
            Thread.sleep(TICK_MILLIS);
        }
    }

    private void session() {
        List<byte[]> session = new ArrayList<>();
        for (int held = 0; held < SESSION; held += KIB) {
            session.add(new byte[KIB]);
        }
        sessions.add(session);
        if (sessions.size() > TICKS_PER_MINUTE / 2) {
            sessions.remove();
        }
    }

    private void cache() {
        for (int cached = 0; cached < CACHED_PER_TICK; cached += KIB) {
            cache.put(keys++, new byte[KIB]);
            if (cache.size() > CACHE / KIB) {
                cache.remove(cache.keySet().iterator().next());
            }
        }
    }

    private void garbage() {
        int made = 0;
        while (made < GARBAGE_PER_TICK) {
            byte[] piece = new byte[64 + random.nextInt(4 * KIB)];
            made += piece.length;
        }
    }
}
