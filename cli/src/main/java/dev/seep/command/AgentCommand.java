package dev.seep.command;

import dev.seep.agent.Agent;
import dev.seep.live.SignalHandling;
import dev.seep.run.CannotMeasureException;
import dev.seep.run.CliEnvironment;
import dev.seep.run.ListenAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Command {@code agent}: serves readings of this node's containers. */
@Command(
        name = "agent",
        description = {
            "Serves what it sees of all containers of its node.",
            "Reads /proc and the cgroups, without a shell in the containers. Serves /v1/look for seep run --source "
                    + "agent, /metrics for Prometheus, and /healthz.",
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "It is meant to run on each node of a cluster; seep manifest agent prints the",
            "DaemonSet.",
            "",
            "Examples:",
            "  seep agent                                     http://127.0.0.1:9465/metrics",
            "  seep agent --listen 0.0.0.0:9465 --host /host  the machine is in /host",
        })
final class AgentCommand implements Callable<Integer> {
    private final CliEnvironment environment;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:9465",
            description = "Where to serve. Default: ${DEFAULT-VALUE}, which only this machine reaches.")
    @SuppressWarnings("NullAway.Init")
    private ListenAddress listen;

    @Option(
            names = "--host",
            paramLabel = "DIR",
            defaultValue = "/",
            description =
                    "Where the machine's proc, sys/fs/cgroup and var/log/containers are. Default: ${DEFAULT-VALUE}.")
    private Path host = Path.of("/");

    @Option(
            names = "--node",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Name of the node, a label of all metrics. Default: none.")
    private String node = "";

    AgentCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        Path root = environment.folder().resolve(host);
        Agent.Host files =
                new Agent.Host(root.resolve("proc"), root.resolve("sys/fs/cgroup"), root.resolve("var/log/containers"));
        try (Agent agent = listen.open(at -> new Agent(at, files, node, environment.clock()))) {
            environment.say(
                    "serving " + agent.url() + "/v1/look and /metrics, of " + containers(agent) + " containers now");
            if (!agent.countsDescriptorsOfAll()) {
                environment.say("this kernel is older than 6.2, so that counting the descriptors of other "
                        + "users' processes takes the capability DAC_READ_SEARCH");
            }
            awaitEnd();
        }
        return ExitCode.PASS.number();
    }

    private int containers(Agent agent) throws CannotMeasureException {
        try {
            return agent.containers();
        } catch (IOException blind) {
            throw new CannotMeasureException(
                    blind.getMessage() + "; mount the machine's /proc, and say with --host where");
        }
    }

    private void awaitEnd() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        try (SignalHandling signalHandling = new SignalHandling(end::countDown, environment.exit())) {
            end.await();
        }
    }
}
