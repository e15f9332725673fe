package dev.tiphys.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

import dev.tiphys.identity.AccessPolicy;

/// The access policy of the sandbox, read as the portal reads it.
public final class DemoPolicy {

    private DemoPolicy() {
    }

    public static AccessPolicy read() {
        MutablePropertySources sources = new MutablePropertySources();
        yaml("application-sandbox.yaml").forEach(sources::addLast);
        return new Binder(ConfigurationPropertySources.from(sources)).bind("tiphys.access", AccessPolicy.class).get();
    }

    private static List<PropertySource<?>> yaml(String file) {
        try {
            return new YamlPropertySourceLoader().load(file, new ClassPathResource(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
