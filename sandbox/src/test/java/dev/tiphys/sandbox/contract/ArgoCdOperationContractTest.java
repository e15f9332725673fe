package dev.tiphys.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import dev.tiphys.argo.json.JsonView;
import dev.tiphys.sandbox.contract.Wire.Answer;

/// What the portal relies on when it changes and syncs an Application.
@ResourceLock("application")
class ArgoCdOperationContractTest {

    private final ArgoCdUnderContract argoCd = ArgoCdUnderContract.find().mutable();
    private final Wire wire = argoCd.wire();

    @BeforeEach
    void waitUntilNothingRuns() {
        assertThat(settled().at("operation").isPresent()).isFalse();
    }

    @Test
    void runsOneOperationAtATimeAndKeepsItsInfo() {
        String id = UUID.randomUUID().toString();
        String body = "{\"project\":\"" + argoCd.project()
                + "\",\"infos\":[{\"name\":\"tiphys.dev/attempt\",\"value\":\"" + id
                + "\"}]}";
        JsonView asked = wire.send("POST", argoCd.path() + "/sync", body).json();
        assertThat(asked.at("operation").node().isObject()).isTrue();
        assertThat(asked.at("status", "operationState").isPresent()).isFalse();
        String revision = asked.text("operation", "sync", "revision");
        assertThat(revision).isNotEmpty();

        Answer second = wire.send("POST", argoCd.path() + "/sync", body);
        assertThat(second.status()).isEqualTo(400);
        assertThat(second.code()).isEqualTo(9);
        assertThat(second.message()).contains("another operation is already in progress");

        JsonView done = settled();
        JsonView state = done.at("status", "operationState");
        assertThat(state.text("phase")).isEqualTo("Succeeded");
        assertThat(state.text("operation", "sync", "revision")).isEqualTo(revision);
        assertThat(state.text("syncResult", "revision")).isEqualTo(revision);
        assertThat(state.items("operation", "info").map(info -> info.text("value"))).contains(id);
        assertThat(state.text("operation", "initiatedBy", "username")).isNotEmpty();
    }

    @Test
    void comparesAnewOnlyAfterTheOperationHasEnded() {
        wire.send("POST", argoCd.path() + "/sync", "{\"project\":\"" + argoCd.project() + "\"}");
        JsonView done = settled();
        Instant finished = Objects.requireNonNull(done.instant("status", "operationState", "finishedAt"));
        JsonView compared = Await.until(this::application, seen -> {
            Instant reconciled = seen.instant("status", "reconciledAt");
            return reconciled != null && !reconciled.isBefore(finished);
        });
        assertThat(compared.text("status", "sync", "status")).isNotEmpty();
    }

    @Test
    void hasNothingToTerminateWhenIdle() {
        Answer answer = wire.send("DELETE", argoCd.scoped("/operation"), "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.message()).contains("No operation is in progress");
    }

    @Test
    void dropsOperationAndStatusFromAPatch() {
        JsonView patched = patch("{\"metadata\":{\"annotations\":{\"tiphys.dev/contract\":\"yes\"}},"
                + "\"operation\":{\"sync\":{}},\"status\":{\"health\":{\"status\":\"Missing\"}}}").json();
        assertThat(patched.text("metadata", "annotations", "tiphys.dev/contract")).isEqualTo("yes");
        assertThat(patched.at("operation").isPresent()).isFalse();
        assertThat(patched.text("status", "health", "status")).isNotEqualTo("Missing");
        assertThat(patch("{\"metadata\":{\"annotations\":{\"tiphys.dev/contract\":null}}}").json()
                .at("metadata", "annotations", "tiphys.dev/contract").isPresent()).isFalse();
    }

    @Test
    void looksAtASpecificationBeforeItTakesIt() {
        Answer answer = patch("{\"spec\":{\"source\":{\"path\":\"no/such/path\"}}}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.message()).contains("is invalid");
    }

    @Test
    void runsActionsInBothFormsAlsoDisabledOnes() {
        assumeFalse(argoCd.isLive(), "SKIPPED: actions are tried on the sandbox's own Rollout");
        ArgoCdUnderContract checkout = new ArgoCdUnderContract(wire, "shop", "checkout-dev", false);
        String query = "&namespace=shop&resourceName=checkout&version=v1alpha1&group=argoproj.io&kind=Rollout";
        List<JsonView> actions = wire.get(checkout.scoped("/resource/actions") + query).json().items("actions")
                .toList();
        assertThat(actions).extracting(action -> action.text("name")).contains("abort", "pause", "promote-full",
                "restart",
                "resume", "retry", "skip-current-step");
        assertThat(actions).filteredOn(action -> action.text("name").equals("resume"))
                .allMatch(action -> action.flag("disabled"));
        Answer fresh = wire.send("POST", checkout.path() + "/resource/actions/v2", """
                {"namespace":"shop","resourceName":"checkout","version":"v1alpha1","group":"argoproj.io",
                 "kind":"Rollout","action":"resume","project":"shop"}""");
        assertThat(fresh.status()).isEqualTo(200);
        assertThat(fresh.body().strip()).isEqualTo("{}");
        String old = checkout.scoped("/resource/actions") + query;
        assertThat(wire.send("POST", old, "\"resume\"").status()).isEqualTo(200);
        assertThat(wire.send("POST", old, "resume").status()).isEqualTo(400);
        Answer unknown = wire.send("POST", old, "\"fly\"");
        assertThat(unknown.status()).isEqualTo(500);
        assertThat(unknown.code()).isEqualTo(2);
    }

    private Answer patch(String merge) {
        String body = JsonView.write(JsonView.object().put("project", argoCd.project()).put("patchType", "merge")
                .put("patch", merge));
        return wire.send("PATCH", argoCd.path(), body);
    }

    private JsonView application() {
        return wire.get(argoCd.scoped("")).json();
    }

    private JsonView settled() {
        return Await.until(this::application, seen -> {
            String phase = seen.text("status", "operationState", "phase");
            boolean quiet = phase.isEmpty() || List.of("Succeeded", "Failed", "Error").contains(phase);
            return !seen.at("operation").isPresent() && quiet;
        });
    }
}
