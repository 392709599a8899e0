package dev.seep.store.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrettyJsonTest {
    @Test
    void looksAsJacksonWouldWriteIt() throws Exception {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("text", "a \"word\" and \u2192\n");
        keys.put("whole", 3);
        keys.put("large", 1L << 40);
        keys.put("real", 0.1);
        keys.put("true", true);
        keys.put("nothing", null);
        keys.put("list", List.of("a", 1, Map.of("in", List.of())));
        keys.put("empty", Map.of());
        assertThat(PrettyJson.of(keys))
                .isEqualTo(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(keys) + "\n");
    }

    @Test
    void whatIsNoJsonValueIsRefused() {
        assertThatThrownBy(() -> PrettyJson.of(Map.of("key", new Object())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
