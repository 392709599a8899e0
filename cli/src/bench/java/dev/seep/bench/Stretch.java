package dev.seep.bench;

import dev.seep.source.LiveTarget;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

/**
 * Some rounds of one way to poll, and an idle stretch of the same length after them.
 *
 * @param roundMillis the median round
 * @param machineMillis CPU of the whole machine for one container and poll, without what the idle machine uses
 * @param clusterMillis the same of the cluster's processes and this one, see {@link ClusterCpu}
 * @param otherLoad cores that were busy in the idle stretch
 */
record Stretch(double roundMillis, double machineMillis, double clusterMillis, double otherLoad) {
    private static final long SHORTEST_NANOS = 2_000_000_000L;

    private record Cpu(double machine, double cluster) {
        static Cpu now() throws IOException {
            return new Cpu(MachineCpu.busySeconds(), ClusterCpu.busySeconds());
        }

        Cpu minus(Cpu earlier) {
            return new Cpu(machine - earlier.machine, cluster - earlier.cluster);
        }
    }

    /** At least so many rounds, and as many as fit in two seconds: the machine counts CPU in ticks of 10 ms. */
    static Stretch of(PollingMethod way, List<LiveTarget> targets, int rounds)
            throws IOException, InterruptedException {
        DoubleStream.Builder millis = DoubleStream.builder();
        Cpu before = Cpu.now();
        long begin = System.nanoTime();
        long now = begin;
        int done = 0;
        while (done < rounds || now - begin < SHORTEST_NANOS) {
            way.round(targets);
            long end = System.nanoTime();
            millis.add((end - now) / 1e6);
            now = end;
            done++;
        }
        Cpu between = Cpu.now();
        TimeUnit.NANOSECONDS.sleep(now - begin);
        Cpu idle = Cpu.now().minus(between);
        Cpu busy = between.minus(before).minus(idle);
        double polls = (double) done * targets.size();
        return new Stretch(
                Figures.median(millis.build().toArray()),
                busy.machine() * 1e3 / polls,
                busy.cluster() * 1e3 / polls,
                idle.machine() * 1e9 / (now - begin));
    }
}
