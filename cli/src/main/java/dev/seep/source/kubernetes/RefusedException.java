package dev.seep.source.kubernetes;

/** The API server answered, but not with what was asked for. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.toString());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
