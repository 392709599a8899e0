package dev.seep.command;

import dev.seep.run.CliEnvironment;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** Factory of the commands, which hands the environment to those that need it. */
final class Commands implements CommandLine.IFactory {
    private final Map<Class<?>, Supplier<Object>> commands;
    private final CommandLine.IFactory others = CommandLine.defaultFactory();

    /** @param trailing arguments after {@code --} on the command line */
    Commands(CliEnvironment environment, List<String> trailing) {
        commands = Map.ofEntries(
                Map.entry(RunCommand.class, () -> new RunCommand(environment, trailing)),
                Map.entry(ExportCommand.class, () -> new ExportCommand(environment, trailing)),
                Map.entry(AgentCommand.class, () -> new AgentCommand(environment)),
                Map.entry(AnalyzeCommand.class, () -> new AnalyzeCommand(environment)),
                Map.entry(WatchCommand.class, () -> new WatchCommand(environment)),
                Map.entry(ExplainCommand.class, () -> new ExplainCommand(environment)),
                Map.entry(ManifestJobCommand.class, () -> new ManifestJobCommand(environment)),
                Map.entry(ManifestExporterCommand.class, () -> new ManifestExporterCommand(environment)),
                Map.entry(ManifestAgentCommand.class, () -> new ManifestAgentCommand(environment)),
                Map.entry(ManifestCollectorCommand.class, () -> new ManifestCollectorCommand(environment)),
                Map.entry(CollectCommand.class, () -> new CollectCommand(environment)),
                Map.entry(DoctorCommand.class, () -> new DoctorCommand(environment)),
                Map.entry(DemoCommand.class, () -> new DemoCommand(environment)));
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Supplier<Object> command = commands.get(type);
        return command == null ? others.create(type) : type.cast(command.get());
    }
}
