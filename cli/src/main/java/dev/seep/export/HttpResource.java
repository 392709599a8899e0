package dev.seep.export;

import org.jspecify.annotations.Nullable;

/** Resource that is served over HTTP. */
public interface HttpResource {
    /**
     * Answer to a request.
     *
     * @param type of the content
     */
    record Reply(int status, String type, String body) {}

    /** @param query as it stands in the address, null if there is none; may be anything */
    Reply get(@Nullable String query);
}
