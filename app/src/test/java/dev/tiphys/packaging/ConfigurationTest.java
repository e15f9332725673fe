package dev.tiphys.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

class ConfigurationTest {

    private static final Pattern ROW = Pattern.compile("^\\| `(tiphys\\.\\S+)` \\| (.+) \\|(.*)\\|$");

    @ParameterizedTest
    @MethodSource("keys")
    void isDocumentedWithItsDefault(ConfigurationKey key) {
        assertThat(documented()).containsKey(key.name());
        assertThat(key.defaults()).allSatisfy(value -> assertThat(documented().get(key.name())).contains(value));
    }

    @Test
    void nothingIsDocumentedThatDoesNotExist() {
        List<String> known = keys().map(ConfigurationKey::name).toList();

        // What the sandbox is started with is read before there are records.
        assertThat(documented().keySet()).filteredOn(key -> !key.startsWith("tiphys.sandbox."))
                .isSubsetOf(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker/portal/application.yaml", "k8s/base/portal-application.yaml"})
    void theFilesToStartFromNameExistingKeysOnly(String file) throws IOException {
        List<ConfigurationKey> known = ConfigurationKey.all();

        assertThat(values(file).keySet()).filteredOn(key -> key.startsWith("tiphys"))
                .allSatisfy(key -> assertThat(known).anyMatch(each -> each.isWritten(key)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker/portal/application.yaml", "k8s/base/portal-application.yaml"})
    void theFilesToStartFromCanBeRead(String file) throws IOException {
        Binder binder = new Binder(new MapConfigurationPropertySource(values(file)));

        for (Class<?> type : ConfigurationKey.records()) {
            String prefix = type.getAnnotation(ConfigurationProperties.class).value();
            assertThat((Object) binder.bindOrCreate(prefix, type)).isNotNull();
        }
    }

    static Stream<ConfigurationKey> keys() {
        return ConfigurationKey.all().stream();
    }

    // The last column of each row, by its key.
    private static Map<String, String> documented() {
        return Repository.text("docs/configuration.md").lines().map(ROW::matcher).filter(Matcher::matches)
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(3)));
    }

    private static Map<String, Object> values(String file) throws IOException {
        return new YamlPropertySourceLoader().load(file, new FileSystemResource(Repository.path(file))).stream()
                .map(ConfigurationTest::values).flatMap(values -> values.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> other, TreeMap::new));
    }

    private static Map<String, Object> values(PropertySource<?> source) {
        EnumerablePropertySource<?> values = (EnumerablePropertySource<?>) source;
        return Stream.of(values.getPropertyNames())
                .collect(Collectors.toMap(Function.identity(), name -> String.valueOf(values.getProperty(name))));
    }
}
