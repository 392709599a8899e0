package dev.seep.demo;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Fills 56 MiB within seven seconds and gives them back to the kernel at once. */
final class MemorySawtooth implements DemoBehaviour {
    /** So large that the C library maps and unmaps each of them. */
    private static final int BYTES = 2 << 20;

    private static final int BREATH = 28;

    private final List<ByteBuffer> kept = new ArrayList<>();

    @Override
    public void tick() {
        kept.add(ByteBuffer.allocateDirect(BYTES));
        if (kept.size() == BREATH) {
            kept.clear();
            System.gc();
        }
    }
}
