package dev.tiphys.catalog.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What networknt says of values. A schema is compiled once and can reach no other document.
final class Verdicts {

    private static final String STANDARD = "https://json-schema.org/draft/2020-12/";
    private static final int MOST_KEPT = 2_000;
    private static final Map<JsonNode, Schema> COMPILED = new ConcurrentHashMap<>();
    private static final List<String> SHARED = List.of("$schema", "$defs", "definitions");

    private Verdicts() {
    }

    private static final SchemaRegistry REGISTRY = registry();

    private static SchemaRegistry registry() {
        Dialect ours = Dialect.builder(Dialects.getDraft202012()).keywords(Stream
                .of("x-secret", "x-options", "x-message", "x-lines").map(NonValidationKeyword::new).toList()).build();
        return SchemaRegistry.withDialect(ours,
                builder -> builder.schemaCacheEnabled(false)
                        .schemaLoader(loader -> loader.allow(address -> address.toString().startsWith(STANDARD)))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true)
                                .locale(Locale.ENGLISH).regularExpressionFactory(new BoundedPatterns()).build()));
    }

    static List<Error> of(JsonNode schema, JsonNode value) {
        return compiled(schema).validate(value);
    }

    /// Whether a part of a schema, which may refer to the definitions of the whole, takes the value.
    static boolean accepts(JsonNode whole, JsonNode part, JsonNode value) {
        if (part.isBoolean()) {
            return part.asBoolean();
        }
        ObjectNode alone = JsonNodeFactory.instance.objectNode();
        SHARED.stream().filter(whole::has).forEach(key -> alone.set(key, whole.path(key)));
        alone.putArray("allOf").add(part);
        return of(alone, value).isEmpty();
    }

    /// Why it is no schema; empty when it is one.
    static String problem(JsonNode schema) {
        try {
            compiled(schema).initializeValidators();
            return "";
        } catch (SchemaException | IllegalArgumentException wrong) {
            return String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
        }
    }

    private static Schema compiled(JsonNode schema) {
        if (COMPILED.size() > MOST_KEPT) {
            COMPILED.clear();
        }
        return COMPILED.computeIfAbsent(schema, REGISTRY::getSchema);
    }
}
