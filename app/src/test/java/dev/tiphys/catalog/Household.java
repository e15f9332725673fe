package dev.tiphys.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tiphys.identity.Person;
import dev.tiphys.identity.SignedInBy;

/// Instances that are simply there, and people to whom they belong.
record Household(JdbcClient database) {

    static Person member(String name, String... teams) {
        return new Person(name, name, "The " + name, Set.of("payments-team", "shop-team"), Set.of(teams),
                new SignedInBy.Browser());
    }

    InstanceId pet(String name, String team, String status, Map<String, String> outputs) {
        return instance("pet-store", "pet", name, team, status, outputs);
    }

    InstanceId instance(String provider, String item, String name, String team, String status,
            Map<String, String> outputs) {
        UUID id = UUID.randomUUID();
        Map<String, String> inputs = new LinkedHashMap<>(Map.of("species", "Dog"));
        database.sql("""
                insert into catalog_instance (id, provider, item, item_version, name, team, requester, requester_name,
                  inputs, outputs, status, created_at, changed_at)
                values (?, ?, ?, '1.3', ?, ?, 'somebody', 'Somebody', cast(? as jsonb), cast(? as jsonb), ?, now(), now())
                """).params(id, provider, item, name, team, Texts.write(inputs), Texts.write(outputs), status).update();
        database.sql("""
                insert into catalog_run (id, instance, position, action, template, namespace, workflow, manifest, inputs,
                  phase, requester, requester_name, created_at, finished_at)
                values (?, ?, 0, 'create', 'pet-create', ?, ?, '{}', '{}', ?, 'somebody', 'Somebody', now(),
                  now() + interval '40 seconds')
                """)
                .params(UUID.randomUUID(), id, provider, "w-" + id, status.equals("FAILED") ? "FAILED" : "SUCCEEDED")
                .update();
        return new InstanceId(id);
    }
}
