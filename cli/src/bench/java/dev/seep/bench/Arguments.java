package dev.seep.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands on a command line: plain words, and {@code --name NUMBER} in any place. */
final class Arguments {
    private final List<String> words = new ArrayList<>();
    private final Map<String, Long> numbers = new HashMap<>();

    Arguments(String... args) {
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith("--")) {
                words.add(args[i]);
            } else if (i + 1 < args.length) {
                numbers.put(args[i].substring(2), Long.parseLong(args[++i]));
            } else {
                throw new IllegalArgumentException(args[i] + " needs a number");
            }
        }
    }

    List<String> words() {
        return List.copyOf(words);
    }

    long number(String name, long otherwise) {
        return numbers.getOrDefault(name, otherwise);
    }
}
