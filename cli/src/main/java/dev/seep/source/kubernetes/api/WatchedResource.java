package dev.seep.source.kubernetes.api;

import java.util.List;

/**
 * Resource of one kind, listed and watched.
 *
 * @param noun for messages: {@code pods}
 * @param selectors of the objects
 * @param type fields read of each
 * @param metadataOnly whether the server may leave out all but their metadata
 */
public record WatchedResource<T>(
        String noun, String path, List<Parameter> selectors, Class<T> type, boolean metadataOnly) {
    private static final String JSON = "application/json";
    private static final String METADATA = JSON + ";as=PartialObjectMetadata%s;g=meta.k8s.io;v=v1, " + JSON;

    /** The form in which a list is asked for. */
    String acceptList() {
        return metadataOnly ? METADATA.formatted("List") : JSON;
    }

    /** The form in which the objects of a watch are asked for. */
    String acceptWatch() {
        return metadataOnly ? METADATA.formatted("") : JSON;
    }
}
