package dev.seep.probe;

import java.util.Optional;

/** Finder of the number at a JSON pointer (RFC 6901), which keeps nothing else of the text. */
final class JsonNumber {
    private static final int DEEPEST = 100;

    private final String json;
    private int at;

    private JsonNumber(String json) {
        this.json = json;
    }

    /** @param pointer such as {@code /pool/active} or {@code /queues/0/length} */
    static Optional<Double> at(String json, String pointer) {
        JsonNumber text = new JsonNumber(json);
        try {
            for (String key : pointer.substring(1).split("/", -1)) {
                if (!text.enter(key.replace("~1", "/").replace("~0", "~"))) {
                    return Optional.empty();
                }
            }
            int start = text.next();
            text.skip(0);
            String value = json.substring(start, text.at);
            return MetricTextParser.number(value.startsWith("\"") ? value.substring(1, value.length() - 1) : value)
                    .filter(Double::isFinite);
        } catch (StringIndexOutOfBoundsException | IllegalArgumentException noJson) {
            return Optional.empty();
        }
    }

    /** Goes to the value of a key, or of an index of an array. */
    private boolean enter(String key) {
        boolean object = json.charAt(next()) == '{';
        if (!object && json.charAt(at) != '[') {
            return false;
        }
        char close = object ? '}' : ']';
        at++;
        for (int index = 0; json.charAt(next()) != close; index++) {
            String name = object ? name() : String.valueOf(index);
            if (name.equals(key)) {
                return true;
            }
            skip(0);
            if (json.charAt(next()) == ',') {
                at++;
            }
        }
        return false;
    }

    private String name() {
        int start = at + 1;
        skip(0);
        String name = json.substring(start, at - 1);
        expect(':');
        return name;
    }

    private void expect(char mark) {
        if (json.charAt(next()) != mark) {
            throw new IllegalArgumentException("expected " + mark + " at " + at);
        }
        at++;
    }

    /** Index of the next character that is not white. */
    private int next() {
        while (Character.isWhitespace(json.charAt(at))) {
            at++;
        }
        return at;
    }

    private void skip(int depth) {
        char first = json.charAt(next());
        if (depth > DEEPEST || first == ',' || first == ':' || first == '}' || first == ']') {
            throw new IllegalArgumentException("no value at " + at);
        } else if (first == '"') {
            skipString();
        } else if (first == '{' || first == '[') {
            skipMembers(first == '{' ? '}' : ']', depth);
        } else {
            while (at < json.length() && ",:}] \t\r\n".indexOf(json.charAt(at)) < 0) {
                at++;
            }
        }
    }

    private void skipString() {
        for (at++; json.charAt(at) != '"'; at++) {
            if (json.charAt(at) == '\\') {
                at++;
            }
        }
        at++;
    }

    private void skipMembers(char close, int depth) {
        at++;
        while (json.charAt(next()) != close) {
            skip(depth + 1);
            char after = json.charAt(next());
            if (after == ',' || after == ':') {
                at++;
            }
        }
        at++;
    }
}
