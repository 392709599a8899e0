package dev.seep.source.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ChannelBufferTest {
    private final ChannelBuffer buffer = new ChannelBuffer(5_000);

    @Test
    void eachByteIsOneCharacter() {
        buffer.add(ByteBuffer.wrap(new byte[] {'a', 0, (byte) 0xff}));
        buffer.add(ByteBuffer.wrap(new byte[] {(byte) 0xc3, (byte) 0xa9}));
        assertThat(buffer.text()).isEqualTo("a\u0000\u00ff\u00c3\u00a9");
        assertThat(buffer.text(1)).isEqualTo("a");
        assertThat(buffer.size()).isEqualTo(5);
    }

    @Test
    void holdsExactlyItsLimitAndRemembersThatThereWasMore() {
        buffer.add(ByteBuffer.allocate(4_999));
        buffer.add(ByteBuffer.allocate(1));
        assertThat(buffer.overflowed()).isFalse();
        ByteBuffer more = ByteBuffer.allocate(1);
        buffer.add(more);
        assertThat(buffer.overflowed()).isTrue();
        assertThat(buffer.size()).isEqualTo(5_000);
    }

    @Test
    void whatDoesNotFitAsAWholeIsKeptInPart() {
        buffer.add(ByteBuffer.wrap("x".repeat(6_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        assertThat(buffer.overflowed()).isTrue();
        assertThat(buffer.text()).isEqualTo("x".repeat(5_000));
    }

    @Test
    void clearedItIsAsNew() {
        buffer.add(ByteBuffer.allocate(6_000));
        buffer.clear();
        assertThat(buffer.overflowed()).isFalse();
        assertThat(buffer.text()).isEmpty();
        buffer.add(ByteBuffer.wrap(new byte[] {'b'}));
        assertThat(buffer.text()).isEqualTo("b");
    }

    @Test
    void regionsBeyondTheEndAreEqualToNothing() {
        buffer.add(ByteBuffer.wrap(new byte[] {'a', 'b', 'c'}));
        assertThat(buffer.regionEquals(1, new byte[] {'b', 'c'})).isTrue();
        assertThat(buffer.regionEquals(2, new byte[] {'c', 0})).isFalse();
        assertThat(buffer.regionEquals(0, new byte[] {'b'})).isFalse();
    }
}
