package dev.seep.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Resident memory of this process. */
final class ResidentMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String KEY = "VmRSS:";

    private ResidentMemory() {}

    /** NaN where the system does not tell. */
    static double bytes() {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith(KEY)) {
                    return 1024
                            * Double.parseDouble(line.substring(KEY.length())
                                    .replace("kB", "")
                                    .strip());
                }
            }
        } catch (IOException | NumberFormatException unknown) {
            return Double.NaN;
        }
        return Double.NaN;
    }
}
