package dev.seep.source.kubernetes.api;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Request that somebody waits for, which another thread can cut. */
final class CancellableCall {
    private volatile @Nullable Call current;
    private volatile boolean cut;

    /** As {@link Cluster#answer}. */
    Response answer(Call call) throws IOException, RefusedException {
        current = call;
        if (cut) {
            call.cancel();
        }
        return Cluster.answer(call);
    }

    /** Ends the wait, and every later one: {@link #answer}, or who reads its result, throws. */
    void cut() {
        cut = true;
        Call open = current;
        if (open != null) {
            open.cancel();
        }
    }
}
