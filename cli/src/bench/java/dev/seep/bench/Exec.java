package dev.seep.bench;

import dev.seep.bench.EventLog.What;
import dev.seep.bench.Frames.Frame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A shell in a simulated container: knows seep's script, and answers the questions to it. */
final class Exec {
    private static final byte STDIN = 0;
    private static final byte STDOUT = 1;
    private static final byte STATUS = 3;
    private static final Pattern GREETING = Pattern.compile("(?m)^echo (\\S+)$");
    private static final Pattern ONCE = Pattern.compile("\\nq=(\\d+) w=(\\S+) P=");

    private final SimulatedPod pod;
    private final Frames frames;
    private final EventLog ledger;
    private final Delay delay;

    /** How long a container takes for an answer, in milliseconds. */
    record Delay(int least, int most) {
        void pass() throws InterruptedException {
            Thread.sleep(ThreadLocalRandom.current().nextInt(least, most + 1));
        }
    }

    Exec(SimulatedPod pod, Frames frames, EventLog ledger, Delay delay) {
        this.pod = pod;
        this.frames = frames;
        this.ledger = ledger;
        this.delay = delay;
    }

    /** Until the other side goes away, or the script ends. */
    void run(String script) throws IOException, InterruptedException {
        Matcher once = ONCE.matcher(script);
        delay.pass();
        if (once.find()) {
            answer(Long.parseLong(once.group(1)), once.group(2));
            end(0);
        } else {
            stay();
        }
    }

    private void stay() throws IOException, InterruptedException {
        ledger.write(What.OPEN, pod.name(), 0);
        try {
            for (Frame frame = frames.read(); frame.opcode() != Frames.CLOSE; frame = frames.read()) {
                if (frame.opcode() == Frames.PING) {
                    frames.write(Frames.PONG, frame.payload().getBytes(StandardCharsets.ISO_8859_1));
                } else if (frame.opcode() == Frames.BINARY && frame.payload().charAt(0) == STDIN) {
                    question(frame.payload().substring(1));
                }
            }
        } finally {
            ledger.write(What.CLOSED, pod.name(), 0);
        }
    }

    /** The first line is a program of many. */
    private void question(String line) throws IOException, InterruptedException {
        Matcher greeting = GREETING.matcher(line);
        if (greeting.find()) {
            send(STDOUT, greeting.group(1) + "\n");
            return;
        }
        String[] words = line.trim().split(" ", -1);
        answer(Long.parseLong(words[0]), words[1]);
    }

    private void answer(long sequence, String probes) throws IOException, InterruptedException {
        ledger.write(What.QUESTION, pod.name(), sequence);
        delay.pass();
        send(STDOUT, pod.answer(sequence, probes));
    }

    private void send(byte channel, String text) throws IOException {
        byte[] message = (" " + text).getBytes(StandardCharsets.ISO_8859_1);
        message[0] = channel;
        frames.write(Frames.BINARY, message);
    }

    /** Says how the command ended, and hangs up. */
    void end(int code) {
        String status = code == 0
                ? "{\"metadata\":{},\"status\":\"Success\"}"
                : "{\"metadata\":{},\"status\":\"Failure\",\"reason\":\"NonZeroExitCode\",\"message\":\"command terminated "
                        + "with non-zero exit code\",\"details\":{\"causes\":[{\"reason\":\"ExitCode\",\"message\":\""
                        + code + "\"}]}}";
        try {
            send(STATUS, status);
            frames.write(Frames.CLOSE, new byte[] {3, (byte) 0xe8});
        } catch (IOException gone) {
            // The client hung up first.
        }
    }
}
