package dev.tiphys.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.promotion.compile.NodeNames;
import dev.tiphys.promotion.course.GateCourse;
import dev.tiphys.testing.PortalTest;
import dev.tiphys.web.Refusal;

/// Several replicas look at the same workflow at once; one word counts about it.
@PortalTest
class RefusedWorkflowsTest {

    private final RefusedWorkflows refused;
    private final JdbcClient database;

    @Autowired
    RefusedWorkflowsTest(RefusedWorkflows refused, JdbcClient database) {
        this.refused = refused;
        this.database = database;
    }

    @Test
    void whatAnotherReplicaTookOverIsNotRefused() {
        WorkflowRun run = run("taken-over", Map.of(), Map.of());
        assertThat(refused.unlessRefused(run, () -> promotion(run))).isTrue();

        assertThat(refused.refuse(run, Optional.empty(), noSuchPlan())).isFalse();
        assertThat(refused.knows(run)).isFalse();
    }

    @Test
    void whatAnotherReplicaRefusedIsNotTakenOver() {
        WorkflowRun run = run("refused", Map.of(), Map.of());
        AtomicInteger times = new AtomicInteger();
        assertThat(refused.refuse(run, Optional.empty(), noSuchPlan())).isTrue();
        assertThat(refused.refuse(run, Optional.empty(), noSuchPlan())).isTrue();

        assertThat(refused.unlessRefused(run, times::incrementAndGet)).isFalse();
        assertThat(times).hasValue(0);
        assertThat(database.sql("select code from audit_entry where target_id = 'refused'").query(String.class).list())
                .containsExactly("promotion.adopted");
    }

    @Test
    void seesThatAResubmittedWorkflowIsPastItsGate() {
        Map<String, String> resubmitted = Map.of("workflows.argoproj.io/resubmitted-from-workflow", "old");
        assertThat(isPast(run("again", resubmitted, nodes("again", "Skipped")))).isTrue();
        assertThat(isPast(run("again", resubmitted, nodes("again", "Running")))).isFalse();
        assertThat(isPast(run("again", resubmitted, Map.of()))).isFalse();
        assertThat(isPast(run("again", Map.of(), nodes("again", "Skipped")))).isFalse();
    }

    private static Refusal noSuchPlan() {
        return new Refusal.NotFound("The portal knows no such plan.");
    }

    private static boolean isPast(WorkflowRun run) {
        return Adoption.isPast(run, GateCourse.read(run, new NodeNames(run.name()).admission()));
    }

    private static Map<String, WorkflowRun.Node> nodes(String workflow, String phase) {
        String gate = new NodeNames(workflow).admission();
        return Map.of("1", node("1", gate, "Steps", phase), "2",
                node("2", NodeNames.gateQuestion(gate), "Suspend", phase));
    }

    private static WorkflowRun.Node node(String id, String name, String type, String phase) {
        return new WorkflowRun.Node(id, name, name, type, "", phase, "", "", null, null, "", Map.of(), Map.of(), "",
                List.of());
    }

    private static WorkflowRun run(String name, Map<String, String> labels, Map<String, WorkflowRun.Node> nodes) {
        return new WorkflowRun("promotions", name, "uid-" + name, "1", labels, Map.of(), "Running", "", false, "", "",
                null, null, null, nodes);
    }

    private void promotion(WorkflowRun run) {
        database.sql("""
                insert into promotion (id, service, version, phase, reason, requester, requester_name, plan, plan_hash,
                    manifest, manifest_yaml, hera, namespace, workflow, created_at, finished_at, row_version)
                values (?, 'checkout', 'v5', 'ABORTED', '', 'dana', 'Dana', '{}', ?, '', '', '', ?, ?, now(), now(), 0)
                """).params(UUID.randomUUID(), "a".repeat(64), run.namespace(), run.name()).update();
    }
}
