package dev.seep.command;

import picocli.CommandLine;

/** Makes the commands, and hands the surroundings to those that need them. */
final class Commands implements CommandLine.IFactory {
    private final Surroundings surroundings;
    private final CommandLine.IFactory others = CommandLine.defaultFactory();

    Commands(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == RunCommand.class) {
            return type.cast(new RunCommand(surroundings));
        }
        if (type == AnalyzeCommand.class) {
            return type.cast(new AnalyzeCommand(surroundings));
        }
        if (type == DemoCommand.class) {
            return type.cast(new DemoCommand(surroundings));
        }
        return others.create(type);
    }
}
