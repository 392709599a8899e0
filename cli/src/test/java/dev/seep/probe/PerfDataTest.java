package dev.seep.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PerfDataTest {
    @Test
    void readsNumbersAndWords() {
        PerfData data = new PerfBytes()
                .with("sun.gc.collector.1.name", "G1 full collection pauses")
                .with("sun.gc.collector.1.invocations", 3)
                .data();

        assertThat(data.word("sun.gc.collector.1.name")).isEqualTo("G1 full collection pauses");
        assertThat(data.value("sun.gc.collector.1.invocations")).isEqualTo(3);
        assertThat(data.word("sun.gc.collector.2.name")).isEmpty();
        assertThat(data.value("sun.gc.collector.2.invocations")).isNaN();
    }

    @Test
    void leavesOutWordsThatAreTooLongToBeNames() {
        PerfData data = new PerfBytes()
                .with("java.rt.vmArgs", "x".repeat(1000))
                .with("a", 1)
                .data();

        assertThat(data.word("java.rt.vmArgs")).isEmpty();
        assertThat(data.value("a")).isEqualTo(1);
    }

    @Test
    void refusesHalfOfThem() {
        byte[] whole = new PerfBytes().with("a", 1).with("b", "word").bytes();
        for (int length = 0; length < whole.length; length++) {
            assertThat(PerfData.parse(Arrays.copyOf(whole, length))).isEmpty();
        }
    }

    @Test
    void refusesEntriesThatOverlap() {
        byte[] bytes = new PerfBytes().with("a", 1).bytes();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(32, 1);

        assertThat(PerfData.parse(bytes)).isEmpty();
    }

    /** Each entry could be named by the same megabytes. */
    @Test
    @Timeout(120)
    void isNotHeldUpByNamesWithoutEnd() {
        byte[] bytes = new byte[16 << 20];
        Arrays.fill(bytes, (byte) 'x');
        ByteBuffer data = ByteBuffer.wrap(bytes);
        data.putInt(0xcafec0c0).put((byte) 1);
        data.order(ByteOrder.LITTLE_ENDIAN).putInt(24, 32).putInt(28, Integer.MAX_VALUE);
        for (int at = 32; at + 20 < bytes.length / 2; at += 20) {
            data.putInt(at, 20)
                    .putInt(at + 4, bytes.length / 2 - at)
                    .putInt(at + 8, 0)
                    .put(at + 12, (byte) 'J');
            data.putInt(at + 16, 0);
        }

        assertThat(PerfData.parse(bytes)).isEmpty();
    }
}
