package dev.seep.demo;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A parent that never asks how its children ended. The JDK reaps the children of a Java process, and shells reap
 * theirs, so a shell starts the children, each waiting for one line, and then becomes {@code yes}, which knows of no
 * children. Nobody reads the output of {@code yes}, so it sleeps. When this process ends, the children read the end of
 * their input, and {@code yes} is told that its reader is gone.
 */
final class ZombieLeak implements DemoBehaviour {
    private static final int CHILDREN = 150;
    private static final int TICKS_PER_ZOMBIE = 4;

    private final OutputStream lines;
    private long ticks;

    ZombieLeak() throws IOException {
        lines = new ProcessBuilder(
                        "sh",
                        "-c",
                        "exec 3<&0; i=0; while [ $i -lt " + CHILDREN
                                + " ]; do (read -r x) <&3 >/dev/null & i=$((i+1)); done; exec 3<&- </dev/null; exec yes")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .getOutputStream();
    }

    @Override
    public void tick() throws IOException {
        ticks++;
        if (ticks % TICKS_PER_ZOMBIE == 0) {
            lines.write('\n');
            lines.flush();
        }
    }
}
