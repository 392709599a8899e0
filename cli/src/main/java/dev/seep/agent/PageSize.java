package dev.seep.agent;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Size of the kernel's memory pages. */
final class PageSize {
    private static final Pattern LINE = Pattern.compile("(?m)^KernelPageSize: +(\\d+) kB$");

    private PageSize() {}

    /** @param smaps of any process; empty if that does not say */
    static String kibibytes(String smaps) {
        Matcher line = LINE.matcher(smaps);
        return line.find() ? line.group(1) : "";
    }
}
