package dev.seep.evidence;

import java.util.Map;

/** Names of classes as people write them, from those of the Java Virtual Machine Specification, 4.3.2. */
final class JvmClassNames {
    private static final Map<Character, String> PRIMITIVES = Map.of(
            'B', "byte", 'C', "char", 'D', "double", 'F', "float", 'I', "int", 'J', "long", 'S', "short", 'Z',
            "boolean");

    private JvmClassNames() {}

    /** {@code byte[]} for {@code [B}; hidden classes without their addresses. */
    static String of(String name) {
        int dimensions = 0;
        while (dimensions < name.length() && name.charAt(dimensions) == '[') {
            dimensions++;
        }
        String rest = name.substring(dimensions);
        String element = rest;
        if (dimensions > 0 && rest.length() == 1) {
            element = PRIMITIVES.getOrDefault(rest.charAt(0), rest);
        } else if (dimensions > 0 && rest.startsWith("L") && rest.endsWith(";")) {
            element = rest.substring(1, rest.length() - 1);
        }
        return element.replaceAll("/0x[0-9a-f]+$", "").replaceAll("\\$\\$Lambda\\$\\d+", "\\$\\$Lambda")
                + "[]".repeat(dimensions);
    }
}
