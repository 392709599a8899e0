package dev.seep.source.kubernetes.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Optional values in the JSON of client-java, which is that of Gson. */
public final class GsonFields {
    private GsonFields() {}

    /** The value at the end of these keys as text, empty if there is none. */
    public static String text(JsonObject object, String... keys) {
        JsonElement element = at(object, keys);
        return element != null && element.isJsonPrimitive() ? element.getAsString() : "";
    }

    /** The objects of the list at the end of these keys. */
    public static List<JsonObject> objects(JsonObject object, String... keys) {
        List<JsonObject> objects = new ArrayList<>();
        if (at(object, keys) instanceof JsonArray array) {
            array.forEach(element -> {
                if (element.isJsonObject()) {
                    objects.add(element.getAsJsonObject());
                }
            });
        }
        return objects;
    }

    /** Element at the end of these keys, null for none. */
    public static @Nullable JsonElement at(JsonObject object, String... keys) {
        JsonElement at = object;
        for (String key : keys) {
            at = at instanceof JsonObject inner ? inner.get(key) : null;
        }
        return at;
    }
}
