package dev.seep.store;

import java.nio.file.Path;

/** A process of its own that records until it is killed, and prints a point after each poll that is recorded. */
final class EndlessWriter {
    private EndlessWriter() {}

    public static void main(String[] arguments) {
        try (RunFolder run = RunFolder.create(Path.of(arguments[0]), Recorded.plan(SampleFormat.JSONL))) {
            for (int n = 0; n < 1_000_000; n++) {
                run.observe(Recorded.poll(n));
                System.out.print('.');
                System.out.flush();
            }
        }
    }
}
