package dev.seep.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words of the parser of the command line about what is wrong with it, without those that only programmers know. */
final class PlainWords {
    private static final Pattern CHOICE =
            Pattern.compile("expected one of \\[(.*?)] \\(case-insensitive\\) but was ('.*')", Pattern.DOTALL);
    private static final Map<String, String> TYPES = Map.of(
            "is not an int", "is no whole number",
            "is not a long", "is no whole number",
            "is not a double", "is no number",
            "is not a boolean", "is neither true nor false");

    private PlainWords() {}

    static String of(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            return unmatched(unmatched);
        }
        String text = CHOICE.matcher(String.valueOf(wrong.getMessage()))
                .replaceFirst(choice -> Matcher.quoteReplacement(
                        choice.group(2) + " is none of: " + choice.group(1).toLowerCase(Locale.ROOT)));
        for (Map.Entry<String, String> type : TYPES.entrySet()) {
            if (text.endsWith(type.getKey())) {
                return text.substring(0, text.length() - type.getKey().length()) + type.getValue();
            }
        }
        return text;
    }

    private static String unmatched(UnmatchedArgumentException unmatched) {
        List<String> words = unmatched.getUnmatched();
        return unmatched.getCommandLine().getSubcommands().isEmpty()
                ? "'" + words.get(0) + "' is one word too many"
                : "there is no command '" + words.get(0) + "'";
    }
}
