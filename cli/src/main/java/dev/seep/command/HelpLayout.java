package dev.seep.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Layout of all help: options in sections, where else they can be set, and exit codes; and of the version. */
final class HelpLayout {
    private static final String SETTINGS = "settings";

    private HelpLayout() {}

    /** Lays out the help of a command and of all below it. */
    static void applyTo(CommandLine command) {
        List<String> sections = new ArrayList<>(command.getHelpSectionKeys());
        sections.add(sections.indexOf(UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST), SETTINGS);
        command.setHelpSectionKeys(sections);
        Map<String, IHelpSectionRenderer> renderers = command.getHelpSectionMap();
        renderers.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::options);
        renderers.put(UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST, HelpLayout::exitCodes);
        renderers.put(SETTINGS, HelpLayout::settings);
        command.setHelpSectionMap(renderers);
        tellVersion(command);
    }

    /** The option is there in every command, and its answer is the parent's alone. */
    private static void tellVersion(CommandLine command) {
        command.getCommandSpec().versionProvider(new Version());
        command.getSubcommands().values().forEach(HelpLayout::tellVersion);
    }

    /** Without titles where there is one section. */
    private static String options(Help help) {
        Map<String, List<OptionSpec>> sections = OptionSections.of(help.commandSpec());
        return sections.entrySet().stream()
                .map(section -> (sections.size() == 1 ? "" : help.createHeading("%n%s:%n", section.getKey()))
                        + help.optionListExcludingGroups(
                                section.getValue(), help.createDefaultLayout(), null, help.parameterLabelRenderer()))
                .collect(Collectors.joining());
    }

    private static String settings(Help help) {
        return tellsOfSettings(help.commandSpec()) ? help.createHeading("%n" + Defaults.IN_SHORT) : "";
    }

    private static String exitCodes(Help help) {
        return tellsOfExitCodes(help.commandSpec())
                ? help.createHeading("%nExit codes:%n")
                        + Stream.of(ExitCode.values())
                                .map(code -> String.format("  %-4d %s%n", code.number(), code.meaning()))
                                .collect(Collectors.joining())
                : "";
    }

    /** Whether options of a command can be set elsewhere; seep itself tells it for all. */
    static boolean tellsOfSettings(CommandSpec command) {
        return command.parent() == null || command.options().stream().anyMatch(Defaults::isSettable);
    }

    /** Whether a command exits by a verdict; seep itself tells it for all. */
    static boolean tellsOfExitCodes(CommandSpec command) {
        return command.parent() == null || command.findOption("--inconclusive") != null;
    }
}
