package dev.tiphys.promotion.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The manifest fits Argo's published JSON schema, where a copy of it is present: in the folder that `-Dcontracts.dir`
/// names, or beside the repository.
class ManifestSchemaTest {

    private static final String SCHEMA = "workflows-jsonschema.json";

    @ParameterizedTest
    @ValueSource(strings = {"four-environments", "one-environment", "two-argo-cds", "digest"})
    void fitsThePublishedSchema(String name) throws IOException {
        Optional<Path> file = findSchema();
        Assumptions.assumeTrue(file.isPresent(),
                "SKIPPED: Argo's JSON schema is not there; say where with -Dcontracts.dir");
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(file.orElseThrow()));

        assertThat(schema.validate(Plans.compiled(Plans.named(name)).json(), InputFormat.JSON)).isEmpty();
    }

    private static Optional<Path> findSchema() {
        Stream<Path> beside = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared/contracts"));
        return Stream.concat(Stream.of(Path.of(System.getProperty("contracts.dir", "contracts"))), beside)
                .map(folder -> folder.resolve(SCHEMA)).filter(Files::exists).findFirst();
    }
}
