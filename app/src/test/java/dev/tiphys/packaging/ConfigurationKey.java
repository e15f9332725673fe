package dev.tiphys.packaging;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/// One key of the portal's configuration, such as `tiphys.argocd[].url` or `tiphys.access.roles.<name>.groups`.
///
/// @param defaults what the record says; empty when it says none
record ConfigurationKey(String name, List<String> defaults) {

    /// The keys of every record that holds configuration.
    static List<ConfigurationKey> all() {
        return records().stream()
                .flatMap(type -> keys(type, type.getAnnotation(ConfigurationProperties.class).value())).distinct()
                .toList();
    }

    static List<Class<?>> records() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("dev.tiphys").stream().<Class<?>>map(
                found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null)).toList();
    }

    /// Whether a key as written in a file, such as `tiphys.argocd[0].url`, is this one.
    boolean isWritten(String key) {
        String pattern = Stream.of(name.split("<name>", -1)).map(Pattern::quote)
                .reduce((left, right) -> left + "[^.]+" + right).orElseThrow();
        return key.replaceAll("\\[\\d+]$", "").replaceAll("\\[\\d+]", "[]").matches(pattern);
    }

    private static Stream<ConfigurationKey> keys(Class<?> type, String prefix) {
        return Stream.of(type.getRecordComponents()).flatMap(component -> keys(component.getGenericType(),
                prefix + "." + kebab(component.getName()), defaults(type, component)));
    }

    private static Stream<ConfigurationKey> keys(Type type, String name, @Nullable DefaultValue defaults) {
        if (type instanceof ParameterizedType many && many.getRawType() instanceof Class<?> raw) {
            if (raw == Map.class) {
                return keys(many.getActualTypeArguments()[1], name + ".<name>", null);
            }
            boolean ofRecords = many.getActualTypeArguments()[0] instanceof Class<?> item && item.isRecord();
            if (Collection.class.isAssignableFrom(raw) && ofRecords) {
                return keys(many.getActualTypeArguments()[0], name + "[]", null);
            }
        }
        return type instanceof Class<?> single && single.isRecord()
                ? keys(single, name)
                : Stream.of(new ConfigurationKey(name,
                        Optional.ofNullable(defaults).map(said -> List.of(said.value())).orElse(List.of())));
    }

    private static @Nullable DefaultValue defaults(Class<?> type, RecordComponent component) {
        return Stream.of(type.getDeclaredConstructors()[0].getParameters())
                .filter(parameter -> parameter.getName().equals(component.getName()))
                .flatMap(parameter -> Stream.ofNullable(parameter.getAnnotation(DefaultValue.class))).findFirst()
                .orElse(null);
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
