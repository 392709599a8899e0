package dev.seep.source.kubernetes.websocket;

import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import org.jspecify.annotations.Nullable;

/**
 * Wire with TLS over the buffers that all connections share. Itself it holds no more than a record that came in part.
 */
final class TlsWire implements Wire {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    private final Owner owner;
    private final Buffers buffers;
    private byte[] partial = {};
    private boolean agreed;
    private boolean waiting;

    TlsWire(SSLEngine engine, Owner owner, Buffers buffers) {
        this.engine = engine;
        this.owner = owner;
        this.buffers = buffers;
    }

    @Override
    public void begin() throws IOException {
        engine.beginHandshake();
        advance();
    }

    @Override
    public void received(ByteBuffer bytes) throws IOException {
        ByteBuffer encrypted = buffers.encrypted();
        encrypted.put(partial);
        encrypted.put(bytes);
        partial = new byte[0];
        unwrap(encrypted.flip());
    }

    private void unwrap(ByteBuffer encrypted) throws IOException {
        boolean more = true;
        while (more && !waiting) {
            ByteBuffer plain = buffers.plain();
            SSLEngineResult result = engine.unwrap(encrypted, plain);
            if (result.bytesProduced() > 0) {
                owner.plain(plain.flip());
            }
            more = result.getStatus() == Status.OK && (encrypted.hasRemaining() || result.bytesConsumed() > 0);
            advance();
        }
        keep(encrypted);
    }

    private void keep(ByteBuffer encrypted) {
        if (encrypted.hasRemaining()) {
            partial = new byte[encrypted.remaining()];
            encrypted.get(partial);
        }
    }

    /** Advances the handshake as far as it can go without hearing more. */
    private void advance() throws IOException {
        HandshakeStatus status = engine.getHandshakeStatus();
        while (status == HandshakeStatus.NEED_WRAP || status == HandshakeStatus.NEED_TASK) {
            if (status == HandshakeStatus.NEED_WRAP) {
                if (!wrap(NOTHING)) {
                    return;
                }
            } else if (agreed) {
                work();
            } else {
                waiting = true;
                owner.outside(this::work, this::resume);
                return;
            }
            status = engine.getHandshakeStatus();
        }
        if (!agreed && status == HandshakeStatus.NOT_HANDSHAKING) {
            agreed = true;
            owner.agreed();
        }
    }

    private void work() {
        for (@Nullable Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    private void resume() throws IOException {
        waiting = false;
        advance();
        if (!waiting) {
            received(NOTHING);
        }
    }

    /** Whether the engine takes more. */
    private boolean wrap(ByteBuffer plain) throws IOException {
        ByteBuffer out = buffers.outgoing();
        SSLEngineResult result = engine.wrap(plain, out);
        owner.transmit(out.flip());
        return result.getStatus() == Status.OK;
    }

    @Override
    public void send(ByteBuffer plain) throws IOException {
        boolean more = true;
        while (more && plain.hasRemaining()) {
            more = wrap(plain);
        }
    }

    @Override
    public void end() throws IOException {
        engine.closeOutbound();
        wrap(NOTHING);
    }
}
