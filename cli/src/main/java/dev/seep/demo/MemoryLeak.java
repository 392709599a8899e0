package dev.seep.demo;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Keeps 256 KiB more each time, outside of the heap, so that it is seen at once. */
final class MemoryLeak implements DemoBehaviour {
    private static final int BYTES = 256 << 10;

    private final List<ByteBuffer> kept = new ArrayList<>();

    @Override
    public void tick() {
        kept.add(ByteBuffer.allocateDirect(BYTES));
    }
}
