package dev.seep.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.seep.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that programs check {@code verdict.json} with, and what is written. */
class VerdictSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FILE = Path.of("../docs/verdict.schema.json");

    @ParameterizedTest
    @ValueSource(strings = {"report/verdict.json", "verdict/run-verdict.json"})
    void fitsTheVerdictsThatAreKept(String golden) throws IOException {
        assertThat(errors(
                        strict(),
                        JSON.readTree(Path.of("src/test/resources", golden).toFile())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.seep.report.VerdictJsonTest#verdicts")
    void knowsEveryKeyThatIsWritten(Verdict verdict) throws IOException {
        JsonNode written = JSON.readTree(Reports.text(new VerdictJson("1.2.3"), verdict));

        assertThat(errors(strict(), written)).isEmpty();
        assertThat(errors(schema(), written)).isEmpty();
    }

    @Test
    void requiresEveryKeyThatItKnowsAndAllowsMore() throws IOException {
        assertThat(objects(schema())).hasSize(8).allSatisfy(object -> {
            assertThat(object.path("additionalProperties").asBoolean()).isTrue();
            assertThat(object.path("required"))
                    .extracting(JsonNode::asText)
                    .containsExactlyElementsOf(names(object.path("properties")));
        });
    }

    @Test
    void saysOfEveryNumberWhatItIs() throws IOException {
        for (JsonNode object : objects(schema())) {
            for (Map.Entry<String, JsonNode> key : object.path("properties").properties()) {
                String kind = key.getValue().path("$ref").asText();
                if (kind.endsWith("/number") || kind.endsWith("/count")) {
                    assertThat(key.getValue().path("description").asText())
                            .as(key.getKey())
                            .isNotEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/verdict",
                "/run/from",
                "/run/polls",
                "/leaks/0/id",
                "/leaks/0/slopePerHour",
                "/leaks/0/also/0/unit",
                "/findings/0/target/pod",
                "/findings/0/pattern",
                "/findings/4/known/expires",
                "/events/0/count",
            })
    void refusesAWrongValueAndAMissingKey(String path) throws IOException {
        JsonNode verdict = JSON.readTree(Reports.text(new VerdictJson("1.2.3"), Verdicts.rich()));
        String key = path.substring(path.lastIndexOf('/') + 1);
        ObjectNode parent = (ObjectNode) verdict.at(path.substring(0, path.lastIndexOf('/')));
        assertThat(parent.has(key)).as(path).isTrue();

        parent.putObject(key);
        assertThat(errors(schema(), verdict)).isNotEmpty();
        parent.remove(key);
        assertThat(errors(schema(), verdict)).isNotEmpty();
    }

    @Test
    void aVerdictOfBeforeThereWereLeaksIsPartOfTheNewOne() throws IOException {
        JsonNode before = JSON.readTree(Reports.golden("verdict-early.json"));
        JsonNode now = JSON.readTree(Reports.text(new VerdictJson("1.0.0"), Verdicts.early()));

        assertThat(missing(before, now, "")).isEmpty();
        assertThat(names(now.path("findings").path(0)))
                .as("the test would see a change")
                .containsAll(names(before.path("findings").path(0)))
                .contains("leak");
    }

    /** Every place at which the other one differs, but for keys that it has beside. */
    private static List<String> missing(JsonNode before, JsonNode now, String path) {
        List<String> missing = new ArrayList<>();
        if (before.getNodeType() != now.getNodeType() || before.size() > now.size()) {
            missing.add(path + ": " + before + " is " + now);
        } else if (before.isObject()) {
            before.properties()
                    .forEach(key ->
                            missing.addAll(missing(key.getValue(), now.path(key.getKey()), path + "/" + key.getKey())));
        } else if (before.isArray() && before.size() == now.size()) {
            for (int i = 0; i < before.size(); i++) {
                missing.addAll(missing(before.path(i), now.path(i), path + "/" + i));
            }
        } else if (!before.equals(now)) {
            missing.add(path + ": " + before + " is " + now);
        }
        return missing;
    }

    private static JsonNode schema() throws IOException {
        return JSON.readTree(Files.readString(FILE));
    }

    /** The schema, which refuses keys that it does not know. */
    private static JsonNode strict() throws IOException {
        JsonNode schema = schema();
        objects(schema).forEach(object -> ((ObjectNode) object).put("additionalProperties", false));
        return schema;
    }

    /** All parts of it that are about an object. */
    private static List<JsonNode> objects(JsonNode schema) {
        List<JsonNode> objects = new ArrayList<>();
        if (schema.path("properties").isObject()) {
            objects.add(schema);
        }
        schema.forEach(part -> objects.addAll(objects(part)));
        return objects;
    }

    private static List<Error> errors(JsonNode schema, JsonNode instance) {
        SchemaRegistryConfig formats =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        Schema checked = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, registry -> registry.schemaRegistryConfig(formats))
                .getSchema(schema);
        return checked.validate(instance);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
