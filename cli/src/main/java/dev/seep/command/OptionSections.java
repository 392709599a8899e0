package dev.seep.command;

import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Sections of a command's options in its help and its manual page, by the class that declares an option. */
final class OptionSections {
    private static final String OTHER = "Options";
    private static final Map<Class<?>, String> TITLES = Map.ofEntries(
            Map.entry(SelectionOptions.class, "Targets"),
            Map.entry(LengthOptions.class, "Length"),
            Map.entry(PlanOptions.class, "Measurements"),
            Map.entry(LoadOptions.class, "Load on what is polled"),
            Map.entry(EvidenceOptions.class, "Evidence"),
            Map.entry(RecordOptions.class, "Run folder"),
            Map.entry(RuleOptions.class, "Verdict"),
            Map.entry(PolicyOption.class, "Verdict"),
            Map.entry(JudgeOptions.class, "Verdict"),
            Map.entry(OutputOptions.class, "Output"),
            Map.entry(ListenOption.class, "Output"),
            Map.entry(PlacementOptions.class, "Place in the cluster"));

    private OptionSections() {}

    /** Options that are shown, by the title of their section; sections and options in the order of their declaration. */
    static Map<String, List<OptionSpec>> of(CommandSpec command) {
        Map<String, List<OptionSpec>> sections = new LinkedHashMap<>();
        for (OptionSpec option : command.options()) {
            if (!option.hidden()) {
                sections.computeIfAbsent(title(option), unused -> new ArrayList<>())
                        .add(option);
            }
        }
        return sections;
    }

    private static String title(OptionSpec option) {
        return option.userObject() instanceof Member field
                ? TITLES.getOrDefault(field.getDeclaringClass(), OTHER)
                : OTHER;
    }
}
