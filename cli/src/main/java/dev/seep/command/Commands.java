package dev.seep.command;

import java.util.List;
import picocli.CommandLine;

/** Makes the commands, and hands the surroundings to those that need them. */
final class Commands implements CommandLine.IFactory {
    private final Surroundings surroundings;
    private final List<String> trailing;
    private final CommandLine.IFactory others = CommandLine.defaultFactory();

    /** @param trailing what follows {@code --} on the command line */
    Commands(Surroundings surroundings, List<String> trailing) {
        this.surroundings = surroundings;
        this.trailing = List.copyOf(trailing);
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == RunCommand.class) {
            return type.cast(new RunCommand(surroundings, trailing));
        }
        if (type == ExportCommand.class) {
            return type.cast(new ExportCommand(surroundings, trailing));
        }
        if (type == AgentCommand.class) {
            return type.cast(new AgentCommand(surroundings));
        }
        if (type == AnalyzeCommand.class) {
            return type.cast(new AnalyzeCommand(surroundings));
        }
        if (type == WatchCommand.class) {
            return type.cast(new WatchCommand(surroundings));
        }
        if (type == ExplainCommand.class) {
            return type.cast(new ExplainCommand(surroundings));
        }
        if (type == ManifestJobCommand.class) {
            return type.cast(new ManifestJobCommand(surroundings));
        }
        if (type == ManifestExporterCommand.class) {
            return type.cast(new ManifestExporterCommand(surroundings));
        }
        if (type == ManifestAgentCommand.class) {
            return type.cast(new ManifestAgentCommand(surroundings));
        }
        if (type == ManifestCollectorCommand.class) {
            return type.cast(new ManifestCollectorCommand(surroundings));
        }
        if (type == CollectCommand.class) {
            return type.cast(new CollectCommand(surroundings));
        }
        if (type == DoctorCommand.class) {
            return type.cast(new DoctorCommand(surroundings));
        }
        if (type == DemoCommand.class) {
            return type.cast(new DemoCommand(surroundings));
        }
        return others.create(type);
    }
}
