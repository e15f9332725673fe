package dev.tiphys.catalog.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Thousands of random schemas and inputs: what a form says of texts is what networknt says of the values they stand
/// for. The generator is seeded, so a failure comes again.
class FormSchemaPropertyTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> FIELDS = List.of("alpha", "beta", "gamma", "delta", "epsilon");
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaCacheEnabled(false).schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final Random random = new Random(20261127);

    @Test
    void aFormJudgesTextsAsNetworkntJudgesTheirValues() {
        int accepted = 0;
        int refused = 0;
        for (int schemas = 0; schemas < 1_500; schemas++) {
            Map<String, String> types = new LinkedHashMap<>();
            FIELDS.forEach(field -> types.put(field, pick("string", "integer", "number", "boolean", "array")));
            ObjectNode schema = schema(types);
            FormSchema form = FormSchema.of(schema.toString());
            Schema theirs = REGISTRY.getSchema(schema);
            for (int inputs = 0; inputs < 8; inputs++) {
                ObjectNode value = value(types);
                Map<String, String> texts = new LinkedHashMap<>();
                value.properties().forEach(entry -> texts.put(entry.getKey(), TypedText.text(entry.getValue())));
                Map<String, String> problems = form.problems(texts, Map.of(), Set.of());
                boolean accepts = theirs.validate(value).isEmpty();
                assertThat(problems.isEmpty()).as("%s%n%s%n%s%n%s", schema, value, texts, problems)
                        .isEqualTo(accepts);
                accepted += accepts ? 1 : 0;
                refused += accepts ? 0 : 1;
                shownFieldsAreSteady(form, texts, value);
            }
        }
        assertThat(Math.min(accepted, refused)).isGreaterThan(1_000);
    }

    // What is hidden changes nothing, and everything that is asked for can be filled in.
    private static void shownFieldsAreSteady(FormSchema form, Map<String, String> texts, JsonNode value) {
        Set<String> all = new LinkedHashSet<>(FIELDS);
        Set<String> visible = form.visible(all, texts);
        Map<String, String> shown = new LinkedHashMap<>(texts);
        shown.keySet().retainAll(visible);
        assertThat(form.visible(all, shown)).isEqualTo(visible);
        assertThat(visible).as("%s %s", value, shown).containsAll(form.required(shown));
        assertThat(visible).containsAll(form.problems(shown, Map.of(), Set.of()).keySet().stream()
                .filter(name -> !name.isEmpty()).toList());
    }

    @SafeVarargs
    private <T> T pick(T... from) {
        return from[random.nextInt(from.length)];
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private List<String> some() {
        List<String> names = new ArrayList<>(FIELDS);
        names.removeIf(name -> chance(85));
        return names;
    }

    private ObjectNode schema(Map<String, String> types) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        types.forEach((field, type) -> properties.set(field, property(type)));
        if (chance(25)) {
            some().forEach(schema.putArray("required")::add);
        }
        if (chance(30)) {
            condition(schema, types);
        }
        if (chance(25)) {
            ArrayNode all = schema.putArray("allOf");
            condition(all.addObject(), types);
            condition(all.addObject(), types);
        }
        if (chance(30)) {
            ObjectNode dependent = schema.putObject("dependentRequired");
            FIELDS.stream().limit(2).forEach(field -> some().forEach(dependent.putArray(field)::add));
        }
        if (chance(10)) {
            schema.putObject("not").putArray("required").add(pick("alpha", "beta")).add("gamma");
        }
        return schema;
    }

    private void condition(ObjectNode schema, Map<String, String> types) {
        String decider = FIELDS.get(random.nextInt(FIELDS.size()));
        ObjectNode test = schema.putObject("if");
        test.putObject("properties").set(decider, property(Objects.requireNonNull(types.get(decider))));
        if (chance(70)) {
            test.putArray("required").add(decider);
        }
        for (String branch : List.of("then", "else")) {
            if (chance(70)) {
                ObjectNode then = schema.putObject(branch);
                some().forEach(then.putArray("required")::add);
                String narrowed = FIELDS.get(random.nextInt(FIELDS.size()));
                then.putObject("properties").set(narrowed, property(Objects.requireNonNull(types.get(narrowed))));
            }
        }
    }

    private ObjectNode property(String type) {
        ObjectNode property = JSON.createObjectNode().put("type", type);
        switch (type) {
            case "string" -> {
                if (chance(30)) {
                    property.put("pattern", pick("^[a-c]+$", "b", "^\\d{1,3}$", "^\\S+@\\S+$"));
                }
                if (chance(30)) {
                    property.put("minLength", random.nextInt(4)).put("maxLength", 2 + random.nextInt(6));
                }
                if (chance(20)) {
                    property.put("format", pick("email", "date", "ipv4", "uuid", "uri"));
                }
                if (chance(20)) {
                    property.putArray("enum").add("abc").add("b").add("7").add("true");
                }
            }
            case "integer", "number" -> {
                if (chance(30)) {
                    property.put(pick("minimum", "exclusiveMinimum"), random.nextInt(20) - 10);
                }
                if (chance(30)) {
                    property.put(pick("maximum", "exclusiveMaximum"), random.nextInt(20));
                }
                if (chance(20)) {
                    property.put("multipleOf", pick(1, 2, 3));
                }
                if (chance(10)) {
                    property.putArray("enum").add(1).add(2).add(7);
                }
            }
            case "boolean" -> {
                if (chance(30)) {
                    property.put("const", chance(50));
                }
            }
            default -> {
                property.set("items", property(pick("string", "integer")));
                if (chance(30)) {
                    property.put("minItems", 1).put("maxItems", 3).put("uniqueItems", true);
                }
            }
        }
        return property;
    }

    private ObjectNode value(Map<String, String> types) {
        ObjectNode value = JSON.createObjectNode();
        types.forEach((field, type) -> {
            if (chance(70)) {
                value.set(field, scalar(chance(98) || type.equals("array") ? type : "string"));
            }
        });
        return value;
    }

    // A list always says what it is, since one text could be a list of one.
    private JsonNode scalar(String type) {
        return switch (type) {
            case "integer" -> JSON.getNodeFactory().numberNode(random.nextInt(30) - 12);
            case "number" -> JSON.getNodeFactory()
                    .numberNode(BigDecimal.valueOf(random.nextInt(3_000) - 1_000L, random.nextInt(3)));
            case "boolean" -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case "array" -> {
                ArrayNode list = JSON.createArrayNode();
                for (int item = random.nextInt(4); item > 0; item--) {
                    list.add(scalar(pick("string", "integer")));
                }
                yield list;
            }
            default -> JSON.getNodeFactory().stringNode(pick("abc", "b", "bb", "cab", "a@example.com", "10.0.0.1",
                    "2026-11-27", "https://example.com", "zebra crossing", "x"));
        };
    }
}
