package dev.seep.source.exec;

/** Client side of one exec's connection. Failures show up as the end of the exec. */
public interface ExecConnection {
    /** Sends this to the command's standard input. */
    void send(byte[] input);

    /** Ends the command: closes its standard input, and the connection. Nothing is reported any more. */
    void close();
}
