package dev.seep.source.kubernetes.standin;

import dev.seep.sample.Threads;
import dev.seep.source.LiveTarget;
import dev.seep.source.Shell;
import dev.seep.source.SourceException;
import dev.seep.source.kubernetes.pods.ShellDecorator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Agents of the nodes, where there are any, for containers in which nothing can be run. They are searched once, when
 * the first such container is met: whoever has none pays nothing for it.
 */
public final class LazyAgents implements ShellDecorator, AutoCloseable {
    private final AgentDiscovery discovery;
    private final Executor worker = Threads.pool(1, "seep-kube-find");
    private @Nullable CompletableFuture<Boolean> found;

    public LazyAgents(AgentDiscovery discovery) {
        this.discovery = discovery;
    }

    @Override
    public LiveTarget decorate(LiveTarget live, String container) {
        Shell agent = discovery.agents().decorate(live, container).shell();
        Shell shell = new AgentOrKubeletShell(live.shell(), agent, () -> isOn(live.node()));
        return new LiveTarget(live.target(), live.life(), live.node(), shell);
    }

    private CompletableFuture<Boolean> isOn(String node) {
        return found().thenApply(any -> any && discovery.agents().isOn(node));
    }

    private synchronized CompletableFuture<Boolean> found() {
        if (found == null) {
            found = CompletableFuture.supplyAsync(this::find, worker);
        }
        return found;
    }

    /** Where none may be asked, or is understood, the kubelets are, and their messages name the ways out. */
    private boolean find() {
        try {
            discovery.start();
            return true;
        } catch (SourceException | RuntimeException none) {
            return false;
        }
    }

    @Override
    public void close() {
        discovery.close();
    }
}
