package dev.seep.source.kubernetes.websocket;

import java.io.IOException;
import java.util.Optional;

/** Refusal in HTTP by a server that opened no web socket. */
public final class UpgradeRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient UpgradeAnswer answer;

    UpgradeRefusedException(UpgradeAnswer answer) {
        super("HTTP " + answer.code());
        this.answer = answer;
    }

    /** The status code of HTTP. */
    public int code() {
        return answer.code();
    }

    /** Body, cut where it is longer than a refusal is. */
    public String body() {
        return answer.body();
    }

    /** The value of a header of the answer, if it has it. */
    public Optional<String> header(String name) {
        return answer.header(name);
    }
}
