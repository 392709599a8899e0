package dev.seep.command;

import dev.seep.run.CliEnvironment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Factory of the commands, which hands the environment to those that need it. */
final class Commands implements CommandLine.IFactory {
    private final CliEnvironment environment;
    private final List<String> trailing;
    private final CommandLine.IFactory others = CommandLine.defaultFactory();

    /** @param trailing arguments after {@code --} on the command line */
    Commands(CliEnvironment environment, List<String> trailing) {
        this.environment = environment;
        this.trailing = List.copyOf(trailing);
    }

    /** The whole command line of seep. */
    CommandLine all() {
        return new CommandLine(new SeepCommand(), this);
    }

    /**
     * A command line that knows this command alone, for to look through the options of all takes longer than to parse
     * these; the whole one where it is not known, or needs the others.
     *
     * @param name as the first word of the command line
     */
    CommandLine only(String name) {
        Class<?> type = named(name);
        return type == null
                ? all()
                : new CommandLine(CommandSpec.create().name("seep"), this).addSubcommand(name, type);
    }

    private static @Nullable Class<?> named(String name) {
        return switch (name) {
            case "run" -> RunCommand.class;
            case "export" -> ExportCommand.class;
            case "agent" -> AgentCommand.class;
            case "analyze" -> AnalyzeCommand.class;
            case "watch" -> WatchCommand.class;
            case "explain" -> ExplainCommand.class;
            case "collect" -> CollectCommand.class;
            case "doctor" -> DoctorCommand.class;
            case "demo" -> DemoCommand.class;
            default -> null;
        };
    }

    /** By names, so that no class is loaded but the one that is made. */
    @Override
    public <K> K create(Class<K> type) throws Exception {
        return type.cast(
                switch (type.getSimpleName()) {
                    case "RunCommand" -> new RunCommand(environment, trailing);
                    case "ExportCommand" -> new ExportCommand(environment, trailing);
                    case "AgentCommand" -> new AgentCommand(environment);
                    case "AnalyzeCommand" -> new AnalyzeCommand(environment);
                    case "WatchCommand" -> new WatchCommand(environment);
                    case "ExplainCommand" -> new ExplainCommand(environment);
                    case "ManifestJobCommand" -> new ManifestJobCommand(environment);
                    case "ManifestExporterCommand" -> new ManifestExporterCommand(environment);
                    case "ManifestAgentCommand" -> new ManifestAgentCommand(environment);
                    case "ManifestCollectorCommand" -> new ManifestCollectorCommand(environment);
                    case "CollectCommand" -> new CollectCommand(environment);
                    case "DoctorCommand" -> new DoctorCommand(environment);
                    case "DemoCommand" -> new DemoCommand(environment);
                    default -> others.create(type);
                });
    }
}
