package dev.tiphys.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;
import tools.jackson.databind.json.JsonMapper;

/// Reads a policy from the YAML of its file, and writes it so that it can be kept, compared and read again.
final class PolicyText {

    static final String PREFIX = "tiphys.access";
    private static final int LONGEST = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(any -> JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY,
                    JsonInclude.Include.NON_EMPTY))
            .build();

    private PolicyText() {
    }

    /// @throws PolicyRefusedException when it is not understood to the last key
    static AccessPolicy read(String text) {
        if (text.length() > LONGEST) {
            throw new PolicyRefusedException(List.of("The file is longer than a policy can be."));
        }
        List<String> problems = PlainYaml.problems(text);
        if (!problems.isEmpty()) {
            throw new PolicyRefusedException(problems);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        EnumerablePropertySource<?> source = source(text);
        for (String name : source.getPropertyNames()) {
            values.put(PREFIX + "." + name, String.valueOf(source.getProperty(name)));
        }
        return bind(new Binder(new MapConfigurationPropertySource(values)));
    }

    private static EnumerablePropertySource<?> source(String text) {
        List<PropertySource<?>> documents = load(text);
        if (documents.size() != 1 || !(documents.getFirst() instanceof EnumerablePropertySource<?> one)
                || one.getPropertyNames().length == 0) {
            throw new PolicyRefusedException(
                    List.of("It is empty. To take everybody's rights, say so with a role that denies."));
        }
        return one;
    }

    private static List<PropertySource<?>> load(String text) {
        try {
            return new YamlPropertySourceLoader().load(PREFIX,
                    new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (RuntimeException noYaml) {
            throw new PolicyRefusedException(List.of("It is no YAML: " + firstLine(noYaml) + "."));
        }
    }

    /// What is written under `tiphys.access`; a key that nobody knows is refused, since it is most likely a limit that
    /// somebody misspelt.
    static AccessPolicy bind(Binder binder) {
        try {
            return binder.bindOrCreate(PREFIX, Bindable
                    .of(AccessPolicy.class), new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
        } catch (BindException wrong) {
            throw new PolicyRefusedException(problems(wrong));
        }
    }

    private static List<String> problems(BindException wrong) {
        List<String> problems = new ArrayList<>();
        for (Throwable cause = wrong; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnboundConfigurationPropertiesException unknown -> unknown.getUnboundProperties()
                        .forEach(key -> problems.add("There is no key " + key.getName() + "."));
                case ConversionFailedException unfit -> problems.add(wrong.getName() + ": \"" + unfit.getValue()
                        + "\" is not one of " + choices(unfit.getTargetType().getType()) + ".");
                default -> {
                    // Another link of the chain says it better.
                }
            }
        }
        return problems.isEmpty() ? List.of(wrong.getName() + " cannot be read: " + firstLine(wrong) + ".") : problems;
    }

    private static String choices(Class<?> type) {
        return type.isEnum()
                ? Stream.of(type.getEnumConstants()).map(any -> any.toString().toLowerCase(java.util.Locale.ROOT))
                        .collect(Collectors.joining(", "))
                : "what can stand there";
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
    }

    /// The whole policy, always in the same order; JSON is YAML, so it can be read like the file.
    static String write(AccessPolicy policy) {
        return JSON.writeValueAsString(policy);
    }

    static String version(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

}
