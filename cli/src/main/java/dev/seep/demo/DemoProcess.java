package dev.seep.demo;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * One demo process. It follows its habit until its standard input closes: then whoever started it is gone, however that
 * came.
 */
public final class DemoProcess {
    private static final long TICK_MILLIS = 250;

    private DemoProcess() {}

    /** @param args the word of a {@link DemoKind} */
    public static void main(String[] args) throws IOException {
        DemoBehaviour demoBehaviour = DemoKind.ofWord(args[0]).behaviour();
        Thread worker = new Thread(() -> follow(demoBehaviour), args[0]);
        worker.setDaemon(true);
        worker.start();
        while (System.in.read() >= 0) {
            // Nothing is ever said, the pipe only closes.
        }
    }

    private static void follow(DemoBehaviour demoBehaviour) {
        try {
            while (true) {
                demoBehaviour.tick();
                Thread.sleep(TICK_MILLIS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
