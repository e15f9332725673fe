package dev.tiphys.sandbox.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class KubeStoreTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final KubeStore store = new KubeStore(Clock.fixed(Instant.parse("2026-11-20T10:00:00.5Z"), ZoneOffset.UTC),
            7);

    @BeforeEach
    void addHub() {
        store.addCluster("hub");
    }

    private static ObjectNode object(String apiVersion, String kind, String name, String rest) {
        return (ObjectNode) JSON.readTree("{\"apiVersion\":\"" + apiVersion + "\",\"kind\":\"" + kind
                + "\",\"metadata\":{\"namespace\":\"shop\",\"name\":\"" + name + "\"" + rest);
    }

    private static ObjectNode rollout(String name) {
        return object("argoproj.io/v1alpha1", "Rollout", name, "},\"spec\":{\"replicas\":2}}");
    }

    @Test
    void givesANewObjectUidGenerationAndVersion() {
        ObjectNode created = store.create("hub", rollout("checkout"));
        assertThat(created.path("metadata").path("uid").asString()).hasSize(36);
        assertThat(created.path("metadata").path("generation").asInt()).isEqualTo(1);
        assertThat(created.path("metadata").path("creationTimestamp").asString()).isEqualTo("2026-11-20T10:00:00Z");
        assertThatThrownBy(() -> store.create("hub", rollout("checkout"))).isInstanceOf(KubeException.class)
                .hasMessage("rollouts.argoproj.io \"checkout\" already exists");
    }

    @Test
    void countsGenerationsOfTheSpecAloneWhereStatusIsASubresource() {
        store.create("hub", rollout("checkout"));
        ObjectNode status = store.mergePatch("hub", Kind.ROLLOUT, "shop", "checkout",
                JSON.readTree("{\"status\":{\"phase\":\"Healthy\"}}"));
        assertThat(status.path("metadata").path("generation").asInt()).isEqualTo(1);
        ObjectNode spec = store.mergePatch("hub", Kind.ROLLOUT, "shop", "checkout",
                JSON.readTree("{\"spec\":{\"replicas\":3}}"));
        assertThat(spec.path("metadata").path("generation").asInt()).isEqualTo(2);
    }

    @Test
    void refusesAReplaceFromAnOldVersion() {
        ObjectNode first = store.create("hub", rollout("checkout"));
        store.mergePatch("hub", Kind.ROLLOUT, "shop", "checkout", JSON.readTree("{\"spec\":{\"replicas\":3}}"));
        assertThatThrownBy(() -> store.replace("hub", first)).isInstanceOf(KubeException.class)
                .hasMessageContaining("the object has been modified");
    }

    @Test
    void keepsAnObjectWithFinalizersUntilTheyAreGone() {
        store.create("hub", object("v1", "Secret", "token", ",\"finalizers\":[\"tiphys.dev/kept\"]}}"));
        store.delete("hub", Kind.SECRET, "shop", "token");
        assertThat(store.get("hub", Kind.SECRET, "shop", "token").path("metadata").has("deletionTimestamp")).isTrue();
        store.mergePatch("hub", Kind.SECRET, "shop", "token", JSON.readTree("{\"metadata\":{\"finalizers\":null}}"));
        assertThat(store.find("hub", Kind.SECRET, "shop", "token")).isEmpty();
    }

    @Test
    void deletesWhatADeletedObjectOwns() {
        String uid = ObjectMeta.uid(store.create("hub", rollout("checkout")));
        store.create("hub", object("v1", "Pod", "checkout-1", ",\"ownerReferences\":[{\"uid\":\"" + uid + "\"}]}}"));
        store.delete("hub", Kind.ROLLOUT, "shop", "checkout");
        assertThat(store.list("hub", Kind.POD, "shop")).isEmpty();
    }

    @Test
    void forgetsChangesOfLargeObjectsSooner() throws Exception {
        long before = store.resourceVersion();
        ObjectNode large = object("argoproj.io/v1alpha1", "Workflow", "large", "}}");
        ObjectNode nodes = large.putObject("status").putObject("nodes");
        for (int i = 0; i < 15_000; i++) {
            nodes.putObject("node-" + i);
        }
        store.create("hub", large);
        store.watchSince("hub", Kind.WORKFLOW, before, event -> {
        }).close();
        store.mergePatch("hub", Kind.WORKFLOW, "shop", "large", JSON.readTree("{\"spec\":{\"suspend\":true}}"));

        assertThatThrownBy(() -> store.watchSince("hub", Kind.WORKFLOW, before, event -> {
        })).isInstanceOf(KubeException.class);
    }

    @Test
    void replaysWhatAWatcherMissedAndThenGoesOn() {
        long before = store.resourceVersion();
        store.create("hub", rollout("checkout"));
        List<WatchEvent.Type> seen = new ArrayList<>();
        store.watchSince("hub", Kind.ROLLOUT, before, event -> seen.add(event.type()));
        store.delete("hub", Kind.ROLLOUT, "shop", "checkout");
        assertThat(seen).containsExactly(WatchEvent.Type.ADDED, WatchEvent.Type.DELETED);
    }

    @Test
    void makesNoEventOfAChangeThatChangesNothing() {
        ObjectNode created = store.create("hub", rollout("checkout"));
        ObjectNode same = store.mergePatch("hub", Kind.ROLLOUT, "shop", "checkout",
                JSON.readTree("{\"spec\":{\"replicas\":2}}"));
        assertThat(ObjectMeta.resourceVersion(same)).isEqualTo(ObjectMeta.resourceVersion(created));
    }
}
