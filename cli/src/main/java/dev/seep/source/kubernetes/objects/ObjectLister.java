package dev.seep.source.kubernetes.objects;

import dev.seep.source.kubernetes.api.ObjectKind;
import dev.seep.source.kubernetes.api.PagedList;
import dev.seep.source.kubernetes.api.RefusedException;
import dev.seep.source.kubernetes.api.WatchedResource;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lister of the objects of a kind. Of a great many objects in one namespace a single one is read, and the server says
 * how many more there are. Pods are all read, however many: those of Jobs are judged with their Jobs, and only each pod
 * itself says whether it is one.
 *
 * @param namespace null for all of them
 */
record ObjectLister(ObjectKind kind, @Nullable String namespace) {
    /** Of more objects in one namespace each one is not read. */
    private static final long MOST_READ = 500;

    /** @param more objects beyond those that were read */
    record Listed(Map<String, CountedObject> objects, long more, String version) {}

    /** Metadata only where that is all that is needed. */
    WatchedResource<ObjectJson> resource() {
        return new WatchedResource<>(
                kind.toString(), kind.path(namespace), List.of(), ObjectJson.class, !kind.hasState());
    }

    Listed list(PagedList<ObjectJson> pages) throws IOException, RefusedException {
        Map<String, CountedObject> objects = new HashMap<>();
        if (namespace != null && !kind.isPods()) {
            PagedList.Head head = pages.readOne(json -> put(json, objects));
            if (head.more() >= MOST_READ) {
                return new Listed(objects, head.more(), head.version());
            }
            objects.clear();
        }
        String version = pages.read(json -> put(json, objects));
        return new Listed(objects, 0, version);
    }

    private void put(ObjectJson json, Map<String, CountedObject> objects) {
        CountedObject object = json.counted(kind);
        objects.put(object.uid(), object);
    }
}
