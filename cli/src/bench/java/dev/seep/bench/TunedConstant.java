package dev.seep.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A tuned number in a source file.
 *
 * @param file in which it stands
 * @param name of the constant
 * @param value as it is written
 * @param from where in the text the value begins
 */
record TunedConstant(Path file, boolean whole, String name, String value, int from) {
    private static final Pattern CONSTANT = Pattern.compile(
            "^ *(?:private |public )?static final (?<type>double|int) (?<name>[A-Z][A-Z0-9_]*) =\\s+(?<value>[^;{]+);",
            Pattern.MULTILINE);

    /** All that are one number and no array, in the files of a folder. */
    static List<TunedConstant> in(Path folder) throws IOException {
        List<TunedConstant> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                all.addAll(in(file, Files.readString(file)));
            }
        }
        return all;
    }

    static List<TunedConstant> in(Path file, String text) {
        List<TunedConstant> all = new ArrayList<>();
        Matcher found = CONSTANT.matcher(text);
        while (found.find()) {
            boolean whole = found.group("type").equals("int");
            if (!whole || found.group("value").matches("-?[0-9_]+")) {
                all.add(new TunedConstant(
                        file, whole, found.group("name"), found.group("value"), found.start("value")));
            }
        }
        return all;
    }

    /** The text of the file with this constant times a factor; a whole number is rounded and moves by at least 1. */
    String in(String text, double factor) {
        return text.substring(0, from) + times(factor) + text.substring(from + value.length());
    }

    private String times(double factor) {
        if (!whole) {
            return "(" + value + ") * " + factor;
        }
        int number = Integer.parseInt(value.replace("_", ""));
        int moved = (int) Math.rint(number * factor);
        return Integer.toString(moved == number ? number + (factor < 1 ? -1 : 1) : moved);
    }
}
