package dev.seep.export;

import org.jspecify.annotations.Nullable;

/** Something that can be had over HTTP. */
public interface HttpResource {
    /**
     * What is answered.
     *
     * @param type of the content
     */
    record Reply(int status, String type, String body) {}

    /** @param query as it stands in the address, null if there is none; may be anything */
    Reply get(@Nullable String query);
}
