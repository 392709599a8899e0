package dev.seep.command;

import dev.seep.run.SeepVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Manual page of a command in man(7), from its help. */
final class ManPage {
    private final CommandSpec spec;
    private final Help help;
    private final StringBuilder page = new StringBuilder();

    ManPage(CommandLine command) {
        spec = command.getCommandSpec();
        help = new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF));
    }

    String text() {
        UsageMessageSpec usage = spec.usageMessage();
        String name = spec.qualifiedName("-");
        String description = String.join(" ", usage.description());
        page.append(".TH " + name.toUpperCase(Locale.ROOT) + " 1 \"\" \"seep " + SeepVersion.number() + "\"\n");
        section("NAME", escaped(name) + " \\- " + escaped(description.split("[.:;] |\\.$", 2)[0]));
        section("SYNOPSIS", filled(help.synopsis(0)));
        section("DESCRIPTION", filled(description));
        arguments();
        commands();
        if (HelpLayout.tellsOfSettings(spec)) {
            section("ENVIRONMENT AND FILES", filled(Defaults.IN_SHORT));
        }
        exitCodes();
        footer(List.of(usage.footer()));
        return page.toString();
    }

    private void arguments() {
        Map<String, List<OptionSpec>> sections = OptionSections.of(spec);
        heading("OPTIONS");
        for (PositionalParamSpec argument : spec.positionalParameters()) {
            item("\\fI" + escaped(argument.paramLabel()) + "\\fR", text(argument));
        }
        sections.forEach((title, options) -> {
            if (sections.size() > 1) {
                page.append(".SS ").append(title).append('\n');
            }
            options.forEach(this::option);
        });
    }

    private void option(OptionSpec option) {
        String names = Stream.of(option.names())
                .map(name -> "\\fB" + escaped(name) + "\\fR")
                .collect(Collectors.joining(", "));
        String value = option.arity().max() == 0 ? "" : "=\\fI" + escaped(option.paramLabel()) + "\\fR";
        item(names + value, text(option));
    }

    private void commands() {
        Map<String, CommandLine> commands = spec.subcommands();
        if (commands.isEmpty()) {
            return;
        }
        heading("COMMANDS");
        commands.forEach((name, command) -> {
            UsageMessageSpec usage = command.getCommandSpec().usageMessage();
            item("\\fB" + escaped(name) + "\\fR", filled(String.join(" ", usage.description())));
        });
    }

    private void exitCodes() {
        if (HelpLayout.tellsOfExitCodes(spec)) {
            heading("EXIT STATUS");
            Stream.of(ExitCode.values()).forEach(code -> item(String.valueOf(code.number()), escaped(code.meaning())));
        }
    }

    /** Footer of the help, as it stands there. */
    private void footer(List<String> lines) {
        String text = lines.stream().map(ManPage::escaped).collect(Collectors.joining("\n"));
        if (!text.isBlank()) {
            section("NOTES", ".nf\n" + text.strip() + "\n.fi");
        }
    }

    private static String text(ArgSpec argument) {
        return Stream.of(argument.description()).map(ManPage::filled).collect(Collectors.joining("\n.br\n"));
    }

    private static String filled(String text) {
        return escaped(text.replace("%n", " ").strip().replaceAll("\\s+", " "));
    }

    private void section(String title, String text) {
        heading(title);
        page.append(text).append('\n');
    }

    private void heading(String title) {
        page.append(".SH ").append(title).append('\n');
    }

    private void item(String term, String text) {
        page.append(".TP\n").append(term).append('\n').append(text).append('\n');
    }

    /** Text without roff's meaning of a backslash, hyphen, or a dot or quote that begins a line. */
    private static String escaped(String text) {
        String plain = text.replace("\\", "\\e").replace("-", "\\-");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }
}
