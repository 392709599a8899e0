package dev.seep.session;

/** Counts the kept sessions that are open, and bounds them. */
final class KeptSessions {
    private final int most;
    private int open;

    KeptSessions(int most) {
        this.most = most;
    }

    boolean hasRoom() {
        return open < most;
    }

    int open() {
        return open;
    }

    void opened() {
        open++;
    }

    void closed() {
        open--;
    }
}
