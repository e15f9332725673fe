package dev.tiphys.sandbox.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;

/// Fills the hub with the IT providers of `examples/providers/`: what a provider would apply, file by file, with the
/// sandbox's own address in place of that of its system.
final class ProviderSeed {

    private static final List<String> PROVIDERS = List.of("pet-store", "databases", "storage", "namespaces", "dns",
            "machines", "environments");

    private final World world;

    ProviderSeed(World world) {
        this.world = world;
    }

    void seed(FleetAccess access) {
        for (String provider : PROVIDERS) {
            JsonNode kustomization = read("providers/" + provider + "/kustomization.yaml").getFirst();
            for (JsonNode file : kustomization.path("resources")) {
                read("providers/" + provider + "/" + file.asString("")).forEach(this::create);
            }
            if (world.store().find(World.HUB, Kind.CONFIG_MAP, provider, "provider-api").isPresent()) {
                connect(provider, access);
            }
        }
        create(MemberSeed.namespace("shop-jobs"));
        read("strays.yaml").forEach(this::create);
    }

    private void connect(String provider, FleetAccess access) {
        world.store().update(World.HUB, Kind.CONFIG_MAP, provider, "provider-api",
                settings -> settings.withObjectProperty("data").put("url", access.providerApi()));
        create(Template.fill("""
                {"apiVersion": "v1", "kind": "Secret", "type": "Opaque",
                 "metadata": {"name": "provider-api", "namespace": "${namespace}"},
                 "stringData": {"token": "${token}"}}""",
                Map.of("namespace", provider, "token", access.providerToken())));
    }

    private void create(ObjectNode object) {
        world.store().create(World.HUB, object);
    }

    private static List<ObjectNode> read(String name) {
        try (InputStream file = Objects.requireNonNull(ProviderSeed.class.getResourceAsStream(name), name)) {
            List<ObjectNode> all = new ArrayList<>();
            String yaml = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            new Load(LoadSettings.builder().build()).loadAllFromString(yaml)
                    .forEach(document -> all.add(JsonMapper.shared().valueToTree(document)));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
