package dev.seep.probe;

/** Writes an answer as the probes' script does, for who reads the same files without one; see {@link Answer}. */
public final class AnswerText {
    private final StringBuilder body = new StringBuilder();

    /** @param text holds characters of ISO 8859-1 alone */
    public AnswerText section(String name, String text) {
        body.append(name)
                .append(' ')
                .append(text.length())
                .append('\n')
                .append(text)
                .append('\n');
        return this;
    }

    /** The whole answer to this question. */
    public String to(Question question) {
        return question.beginMark() + body.length() + "\n" + body + "\n" + question.endMark() + "\n";
    }
}
