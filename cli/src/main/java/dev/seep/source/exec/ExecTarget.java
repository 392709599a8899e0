package dev.seep.source.exec;

/** Container to run execs in. */
public record ExecTarget(String namespace, String pod, String container) {
    /** For messages: {@code exec in shop/web-7d9f/app}. */
    @Override
    public String toString() {
        return "exec in " + namespace + "/" + pod + "/" + container;
    }
}
