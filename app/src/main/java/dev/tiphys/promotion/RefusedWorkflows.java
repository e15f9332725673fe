package dev.tiphys.promotion;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.gate.GateStatement;
import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;
import dev.tiphys.identity.Person;
import dev.tiphys.promotion.compile.NodeNames;
import dev.tiphys.promotion.course.GateCourse;
import dev.tiphys.web.Refusal;

/// Workflows that carry a promotion's label and are none. Each is on record once, and its first gate is told why.
@Component
class RefusedWorkflows {

    private static final Duration HEARD_WITHIN = Duration.ofDays(1);

    private final JdbcClient database;
    private final Workflows workflows;
    private final GateKeys keys;
    private final PromotionNews news;
    private final PromotionTasks tasks;
    private final TransactionTemplate transactions;
    private final Clock clock;

    RefusedWorkflows(JdbcClient database, Workflows workflows, GateKeys keys, PromotionNews news, PromotionTasks tasks,
            TransactionTemplate transactions, Clock clock) {
        this.database = database;
        this.workflows = workflows;
        this.keys = keys;
        this.news = news;
        this.tasks = tasks;
        this.transactions = transactions;
        this.clock = clock;
    }

    boolean knows(WorkflowRun run) {
        return database.sql("select exists (select from refused_workflow where uid = ?)").param(run.uid())
                .query(Boolean.class).single();
    }

    /// Takes it over, unless it was refused: one word counts about a workflow, whichever replica says it.
    ///
    /// @return whether it was taken over
    boolean unlessRefused(WorkflowRun run, Runnable adoption) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            lock(run);
            if (knows(run)) {
                return false;
            }
            adoption.run();
            return true;
        }));
    }

    /// Refuses it, unless it was taken over.
    ///
    /// @return whether it is refused now
    boolean refuse(WorkflowRun run, Optional<Person> person, Refusal refusal) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            lock(run);
            if (isPromotion(run)) {
                return false;
            }
            int entered = database.sql("""
                    insert into refused_workflow (uid, namespace, workflow, reason, refused_at) values (?, ?, ?, ?, ?)
                    on conflict do nothing
                    """).params(run.uid(), run.namespace(), run.name(), refusal.reason(),
                    clock.instant().atOffset(ZoneOffset.UTC)).update();
            if (entered == 1) {
                record(run, person, refusal);
                tasks.refuse(run.uid());
            }
            return true;
        }));
    }

    private void record(WorkflowRun run, Optional<Person> person, Refusal refusal) {
        String creator = run.labels().getOrDefault("workflows.argoproj.io/creator", "unknown");
        Actor actor = person.map(Actor::of)
                .orElseGet(() -> new Actor("argo-workflows:" + creator, creator, "argo-workflows"));
        news.record(ActionTaken.by(actor, "promotion.adopted", "workflow", run.name())
                .underPlan(run.annotations().get("tiphys.dev/plan")).refused(refusal.reason()));
    }

    private boolean isPromotion(WorkflowRun run) {
        return database.sql("select exists (select from promotion where namespace = ? and workflow = ?)")
                .params(run.namespace(), run.name()).query(Boolean.class).single();
    }

    // Until the transaction ends.
    private void lock(WorkflowRun run) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 41))").param(run.namespace() + "/" + run.name())
                .query((row, n) -> "locked").list();
    }

    private record Refused(String namespace, String workflow, String reason) {}

    /// Tells the workflow's first gate. Safe to repeat; throws while somebody's answer is just being looked at.
    void tell(String uid) {
        database.sql("select namespace, workflow, reason from refused_workflow where uid = ?").param(uid)
                .query(Refused.class).optional().ifPresent(refused -> tell(uid, refused));
    }

    private void tell(String uid, Refused refused) {
        try {
            WorkflowRun run = workflows.get(refused.namespace(), refused.workflow());
            GateCourse gate = GateCourse.read(run, new NodeNames(run.name()).admission());
            if (run.uid().equals(uid) && gate.open().isPresent()) {
                tell(run, gate.open().get(), refused.reason());
            } else if (run.uid().equals(uid) && gate.isWaiting()) {
                throw new IllegalStateException(run.name() + " asks nothing at the moment");
            } else if (run.uid().equals(uid) && !run.isFinished()) {
                workflows.control().stop(run.namespace(), run.name());
            }
        } catch (ArgoException.NotFound gone) {
            // It was deleted: there is nobody to tell.
            return;
        }
    }

    private void tell(WorkflowRun run, GateCourse.Level question, String reason) {
        GateStatement statement = new GateStatement(run.name(), question.name(), NodeNames.ADMISSION,
                run.annotations().getOrDefault("tiphys.dev/plan", ""), "reject", "tiphys", reason,
                clock.instant().plus(HEARD_WITHIN));
        String proof = keys.signerOf(workflows.getText(run.namespace(), run.name())).sign(statement);
        workflows.control().decide(run.namespace(), run.name(), new Workflows.Decision(question.question().id(),
                Map.of("decision", "reject", "proof", proof), statement.reason()));
    }
}
