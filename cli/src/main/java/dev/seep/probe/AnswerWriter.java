package dev.seep.probe;

/**
 * Writer of answers in the format of the probes' script, for who reads the same files without one; see
 * {@link ProbeAnswer}.
 */
public final class AnswerWriter {
    private final StringBuilder body = new StringBuilder();

    /** @param text holds characters of ISO 8859-1 alone */
    public AnswerWriter section(String name, String text) {
        body.append(name)
                .append(' ')
                .append(text.length())
                .append('\n')
                .append(text)
                .append('\n');
        return this;
    }

    /** The whole answer to this question. */
    public String to(PollRequest pollRequest) {
        return pollRequest.beginMark() + body.length() + "\n" + body + "\n" + pollRequest.endMark() + "\n";
    }
}
