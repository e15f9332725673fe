package dev.tiphys.sandbox.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;

/// Fills the hub with the namespaces of IT providers and the templates that they offer.
final class ProviderSeed {

    private static final List<String> NAMESPACES = List.of("pet-store", "databases", "shop-jobs");

    private final World world;

    ProviderSeed(World world) {
        this.world = world;
    }

    void seed() {
        for (String namespace : NAMESPACES) {
            world.store().create(World.HUB, MemberSeed.namespace(namespace));
            world.store().create(World.HUB, Template.fill("""
                    {"apiVersion": "v1", "kind": "ServiceAccount",
                     "metadata": {"name": "${name}-runner", "namespace": "${name}"}}""", Map.of("name", namespace)));
        }
        for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(yaml())) {
            ObjectNode template = JsonMapper.shared().valueToTree(document);
            world.store().create(World.HUB, template);
        }
    }

    private static String yaml() {
        try (InputStream file = Objects.requireNonNull(ProviderSeed.class.getResourceAsStream("providers.yaml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
