package dev.seep.source.exec;

/** A container to run something in. */
public record ExecTarget(String namespace, String pod, String container) {
    /** For messages: {@code exec in shop/web-7d9f/app}. */
    @Override
    public String toString() {
        return "exec in " + namespace + "/" + pod + "/" + container;
    }
}
