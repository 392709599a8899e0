package dev.seep.source.kubernetes.api;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The little of DER that wraps a private key: elements of a tag, a length and a content. */
final class Der {
    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int SEQUENCE = 0x30;
    /** The first of the optional fields of a sequence. */
    static final int FIRST_OPTIONAL = 0xA0;

    private static final int LONG_FORM = 0x80;

    private Der() {}

    /** An element with these parts as its content. */
    static byte[] element(int tag, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (length < LONG_FORM) {
            out.write(length);
        } else {
            byte[] digits = ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
            int leading = Integer.numberOfLeadingZeros(length) / Byte.SIZE;
            out.write(LONG_FORM | (digits.length - leading));
            out.write(digits, leading, digits.length - leading);
        }
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /**
     * Content of the next element, which the buffer is past thereafter.
     *
     * @throws IllegalArgumentException if another element or none comes next
     */
    static ByteBuffer content(ByteBuffer in, int tag) {
        if (in.remaining() < 2 || (in.get() & 0xFF) != tag) {
            throw new IllegalArgumentException("no element " + tag + " of DER");
        }
        int length = in.get() & 0xFF;
        if (length >= LONG_FORM) {
            int digits = length & ~LONG_FORM;
            length = 0;
            for (int i = 0; i < digits; i++) {
                length = in.hasRemaining() ? (length << Byte.SIZE) | (in.get() & 0xFF) : -1;
            }
        }
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("an element " + tag + " of DER is cut off");
        }
        ByteBuffer content = in.slice(in.position(), length);
        in.position(in.position() + length);
        return content;
    }
}
