package dev.seep.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Scripts for containers that are expensive to look at, with nothing but busybox. */
final class BusyPods {
    static final int PROCESSES = 300;

    /** Its own state and name for each number of the kernel's include/net/tcp_states.h, from 1. */
    private static final List<String> STATES = List.of(
            "established",
            "syn_sent",
            "syn_recv",
            "fin_wait1",
            "fin_wait2",
            "time_wait",
            "close",
            "close_wait",
            "last_ack",
            "listen",
            "closing",
            "new_syn_recv");

    private BusyPods() {}

    static String processes() {
        return "for i in $(seq " + (PROCESSES - 1) + "); do sleep 1000000 & done; wait";
    }

    /**
     * 182 servers that never accept hold 9 connections each: the clients of 8 have gone (CLOSE_WAIT), one stays. That
     * makes 182 * (8 + 2 + 1) = 2002 sockets, and no traffic.
     */
    static String sockets() {
        return """
                mkfifo /hold; exec 3<>/hold; for p in $(seq 9001 9182); do httpd -f -p $p -h / & S="$S $!"; done; sleep 3
                kill -STOP $S
                for p in $(seq 9001 9182); do V=; nc 127.0.0.1 $p <&3 >/dev/null &
                for i in 1 2 3 4 5 6 7 8; do nc 127.0.0.1 $p <&3 >/dev/null & V="$V $!"; done; sleep 0.3; kill $V; done
                sleep 1000000""".replace("\n", "; ").replace("&; ", "& ");
    }

    /** Until the kernel has forgotten the clients that went away. */
    static void awaitQuiet(BenchNamespace cluster, String pod) throws IOException, InterruptedException {
        Map<String, Double> before = Map.of();
        for (int i = 0; i < 60; i++) {
            Map<String, Double> now = socketsByHand(cluster, pod);
            boolean many = now.values().stream().mapToDouble(count -> count).sum() >= 2000;
            if (many && now.equals(before) && !now.containsKey("sockets.tcp.fin_wait2")) {
                return;
            }
            before = now;
            Thread.sleep(5000);
        }
        throw new IOException("the pod " + pod + " does not come to rest: " + before);
    }

    /** A listing of all sockets, counted here. */
    static Map<String, Double> socketsByHand(BenchNamespace cluster, String pod)
            throws IOException, InterruptedException {
        Map<String, Double> counts = new TreeMap<>();
        cluster.byHand(pod, "cat /proc/net/tcp /proc/net/tcp6").lines().forEach(line -> {
            String[] words = line.trim().split(" +", -1);
            if (words.length > 3 && words[3].matches("[0-9A-F]{2}")) {
                counts.merge("sockets.tcp." + STATES.get(Integer.parseInt(words[3], 16) - 1), 1.0, Double::sum);
            }
        });
        return counts;
    }
}
