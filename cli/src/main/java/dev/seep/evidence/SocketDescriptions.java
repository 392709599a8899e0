package dev.seep.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sockets in words, from addresses as {@code /proc/net/tcp} has them: each 32 bit word of an address in the byte order
 * of the machine, which is little-endian wherever containers run, and the port as it is read.
 */
final class SocketDescriptions {
    private static final List<String> STATES = List.of(
            "ESTABLISHED",
            "SYN_SENT",
            "SYN_RECV",
            "FIN_WAIT1",
            "FIN_WAIT2",
            "TIME_WAIT",
            "CLOSE",
            "CLOSE_WAIT",
            "LAST_ACK",
            "LISTEN",
            "CLOSING",
            "NEW_SYN_RECV");
    private static final Pattern SOCKET = Pattern.compile("tcp ([0-9A-F]{2}) (in|out|listen) "
            + "([0-9A-F]{8}|[0-9A-F]{32})?:?([0-9A-F]{4})(?: ([0-9A-F]{8}|[0-9A-F]{32}))?");
    private static final String MAPPED = "0000000000000000FFFF0000";

    private SocketDescriptions() {}

    /** {@code CLOSE_WAIT to 10.0.0.5:8080}, {@code ESTABLISHED at port 80 from 10.0.0.7}; anything else as it is. */
    static String of(String text) {
        Matcher socket = SOCKET.matcher(text);
        if (!socket.matches()) {
            return text;
        }
        int state = Integer.parseInt(socket.group(1), 16);
        String word = state >= 1 && state <= STATES.size() ? STATES.get(state - 1) : "state " + socket.group(1);
        int port = Integer.parseInt(socket.group(4), 16);
        if (socket.group(2).equals("out") && socket.group(3) != null) {
            return word + " to " + address(socket.group(3)) + ":" + port;
        }
        return word + " at port " + port + (socket.group(5) == null ? "" : " from " + address(socket.group(5)));
    }

    private static String address(String hex) {
        if (hex.length() == 8) {
            return dotted(hex);
        }
        if (hex.startsWith(MAPPED)) {
            return dotted(hex.substring(MAPPED.length()));
        }
        StringBuilder bytes = new StringBuilder();
        for (int word = 0; word < hex.length(); word += 8) {
            for (int at = word + 6; at >= word; at -= 2) {
                bytes.append(hex, at, at + 2);
            }
        }
        return "[" + shortened(bytes.toString().toLowerCase(Locale.ROOT)) + "]";
    }

    private static String shortened(String bytes) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < bytes.length(); i += 4) {
            parts.add(Integer.toHexString(Integer.parseInt(bytes.substring(i, i + 4), 16)));
        }
        String all = String.join(":", parts);
        return all.replaceFirst("\\b0(:0\\b)+:?", ":").replaceFirst("^:(?!:)", "::");
    }

    private static String dotted(String hex) {
        List<String> bytes = new ArrayList<>();
        for (int at = 6; at >= 0; at -= 2) {
            bytes.add(Integer.toString(Integer.parseInt(hex.substring(at, at + 2), 16)));
        }
        return String.join(".", bytes);
    }
}
