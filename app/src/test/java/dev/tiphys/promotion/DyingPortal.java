package dev.tiphys.promotion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

import dev.tiphys.TiphysApplication;
import dev.tiphys.catalog.CatalogKiller;

/// A portal that is killed at the point which a file names, once: the file is removed before.
final class DyingPortal {

    static final String ORDER = "tiphys.test.die-at";

    private DyingPortal() {
    }

    public static void main(String[] arguments) {
        Path order = Path.of(System.getProperty(ORDER));
        Milestone killer = point -> obey(order, point.name());
        SpringApplication portal = new SpringApplication(TiphysApplication.class);
        portal.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("killer", killer);
            CatalogKiller.register(context.getBeanFactory(), point -> obey(order, point));
            context.getBeanFactory().registerSingleton("noTests", new NoTests());
        });
        portal.run(arguments);
    }

    private static void obey(Path order, String point) {
        try {
            if (Files.exists(order) && Files.readString(order).equals(point)) {
                Files.delete(order);
                new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start();
                new CountDownLatch(1).await();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// The class path has the tests too, whose beans are not the portal's.
    private static final class NoTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getResource().getURL().getPath().contains("test-classes");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof NoTests;
        }

        @Override
        public int hashCode() {
            return NoTests.class.hashCode();
        }
    }
}
