package dev.tiphys.promotion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.connection.WorkflowsPlace;
import dev.tiphys.recovery.Choice;
import dev.tiphys.recovery.Comparison;
import dev.tiphys.recovery.Difference;

/// Compares the promotions of the database with the workflows in Argo, after a restore.
@Component
class ArgoComparison implements Comparison {

    private static final String LABEL = "tiphys.dev/promotion";
    private static final String UNKNOWN = "workflow/";
    private static final int MOST = 500;

    private final Workflows workflows;
    private final String namespace;
    private final RestoredPromotions restored;
    private final GivenUp givenUp;

    ArgoComparison(Workflows workflows, WorkflowsPlace place, RestoredPromotions restored, GivenUp givenUp) {
        this.workflows = workflows;
        this.namespace = place.namespace();
        this.restored = restored;
        this.givenUp = givenUp;
    }

    @Override
    public Optional<String> evidence(Set<String> settled) {
        List<String> unknown = unknown().stream().map(WorkflowRun::name)
                .filter(name -> !settled.contains(UNKNOWN + name)).toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("Argo runs promotions that the database does not know, such as " + unknown.getFirst()
                        + ": it is older than they are, or another portal uses the namespace " + namespace + ".");
    }

    private List<WorkflowRun> unknown() {
        List<WorkflowRun> ours = workflows.list(namespace, LABEL, 0, MOST).stream()
                .filter(run -> run.annotations().containsKey("tiphys.dev/plan")).toList();
        Set<String> known = restored.known(ours.stream().map(run -> run.labels().getOrDefault(LABEL, "")).toList());
        return ours.stream().filter(run -> !known.contains(run.labels().getOrDefault(LABEL, ""))).toList();
    }

    @Override
    public List<Difference> find() {
        List<Difference> differences = new ArrayList<>(unknown().stream().map(ArgoComparison::unknown).toList());
        for (RestoredPromotions.Open open : restored.open(namespace)) {
            differences.addAll(compare(open));
        }
        return differences;
    }

    private static Difference unknown(WorkflowRun run) {
        return new Difference(UNKNOWN + run.name(), "unknown-workflow", run.name(),
                "It is " + (run.phase().isEmpty() ? "not begun" : run.phase()) + " in Argo, and the database knows no"
                        + " promotion of it. The portal leaves it alone: look after it in Argo.",
                List.of(Choice.ACCEPT));
    }

    private List<Difference> compare(RestoredPromotions.Open open) {
        Optional<WorkflowRun> run = find(open.promotion().workflow());
        List<Difference> differences = new ArrayList<>();
        if (run.isEmpty()) {
            differences.add(missing(open));
        } else {
            differences.addAll(CourseDifferences.of(open, run.get()));
        }
        Set<String> answered = run.map(ArgoComparison::answeredNodes).orElse(Set.of());
        open.unsent().stream().filter(decision -> !answered.contains(decision.node())).map(decision -> unsent(open,
                decision)).forEach(differences::add);
        return differences;
    }

    private Optional<WorkflowRun> find(String workflow) {
        try {
            return Optional.of(workflows.get(namespace, workflow));
        } catch (ArgoException.NotFound gone) {
            return Optional.empty();
        }
    }

    private static Set<String> answeredNodes(WorkflowRun run) {
        return run.nodes().values().stream().filter(node -> node.type().equals("Suspend") && node.isFinished())
                .map(WorkflowRun.Node::id).collect(Collectors.toCollection(HashSet::new));
    }

    private static Difference missing(RestoredPromotions.Open open) {
        Promotion promotion = open.promotion();
        return promotion.phase() == PromotionPhase.PLANNED
                ? new Difference("submit/" + promotion.id(), "unsent", open.words(),
                        "It was about to be submitted, and Argo has no workflow of it: it never was, or it ran and was"
                                + " cleared away. Dropping ends it as failed; sending submits it.",
                        List.of(Choice.DROP, Choice.SEND))
                : new Difference("lost/" + promotion.id(), "lost-workflow", open.words(), "It is "
                        + promotion.phase() + " here, and its workflow " + promotion.workflow()
                        + " is gone in Argo. It ends as failed when the portal goes on.", List.of(Choice.ACCEPT));
    }

    private static Difference unsent(RestoredPromotions.Open open, Decision decision) {
        return new Difference("decision/" + decision.id(), "unsent", open.words(), (decision.subject().isEmpty()
                ? "The promotion"
                : decision.subject()) + " was " + decision.sentence() + ", and the workflow has not heard of it."
                + " Dropping asks the question again; sending tells the workflow.",
                List.of(Choice.DROP, Choice.SEND));
    }

    @Override
    public void settle(Difference difference, Choice choice, String who) {
        String[] id = difference.id().split("/", 2);
        if (choice == Choice.DROP && id[0].equals("submit")) {
            givenUp.submission(PromotionId.parse(id[1]), who);
        } else if (choice == Choice.DROP && id[0].equals("decision")) {
            givenUp.decision(UUID.fromString(id[1]));
        }
    }
}
