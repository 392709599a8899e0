package dev.seep.session;

/** Counter and bound of the open kept sessions. */
final class KeptSessionLimit {
    private final int most;
    private int open;

    KeptSessionLimit(int most) {
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
