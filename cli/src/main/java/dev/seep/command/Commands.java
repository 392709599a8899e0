package dev.seep.command;

import dev.seep.run.CliEnvironment;
import java.util.List;
import picocli.CommandLine;

/** Makes the commands, and hands the surroundings to those that need them. */
final class Commands implements CommandLine.IFactory {
    private final CliEnvironment environment;
    private final List<String> trailing;
    private final CommandLine.IFactory others = CommandLine.defaultFactory();

    /** @param trailing what follows {@code --} on the command line */
    Commands(CliEnvironment environment, List<String> trailing) {
        this.environment = environment;
        this.trailing = List.copyOf(trailing);
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == RunCommand.class) {
            return type.cast(new RunCommand(environment, trailing));
        }
        if (type == ExportCommand.class) {
            return type.cast(new ExportCommand(environment, trailing));
        }
        if (type == AgentCommand.class) {
            return type.cast(new AgentCommand(environment));
        }
        if (type == AnalyzeCommand.class) {
            return type.cast(new AnalyzeCommand(environment));
        }
        if (type == WatchCommand.class) {
            return type.cast(new WatchCommand(environment));
        }
        if (type == ExplainCommand.class) {
            return type.cast(new ExplainCommand(environment));
        }
        if (type == ManifestJobCommand.class) {
            return type.cast(new ManifestJobCommand(environment));
        }
        if (type == ManifestExporterCommand.class) {
            return type.cast(new ManifestExporterCommand(environment));
        }
        if (type == ManifestAgentCommand.class) {
            return type.cast(new ManifestAgentCommand(environment));
        }
        if (type == ManifestCollectorCommand.class) {
            return type.cast(new ManifestCollectorCommand(environment));
        }
        if (type == CollectCommand.class) {
            return type.cast(new CollectCommand(environment));
        }
        if (type == DoctorCommand.class) {
            return type.cast(new DoctorCommand(environment));
        }
        if (type == DemoCommand.class) {
            return type.cast(new DemoCommand(environment));
        }
        return others.create(type);
    }
}
