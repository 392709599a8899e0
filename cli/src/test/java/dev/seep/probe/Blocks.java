package dev.seep.probe;

/** Answers as the script frames them. */
final class Blocks {
    private Blocks() {}

    static String block(long sequence, String... namesAndTexts) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            body.append(namesAndTexts[i]).append(' ').append(namesAndTexts[i + 1].length());
            body.append('\n').append(namesAndTexts[i + 1]).append('\n');
        }
        return "seep-answer " + sequence + " " + body.length() + "\n" + body + "\nseep-end-of-answer " + sequence
                + "\n";
    }
}
