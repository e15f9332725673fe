package dev.tiphys.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.recovery.Choice;
import dev.tiphys.recovery.Comparison;
import dev.tiphys.recovery.Difference;

/// Compares the runs of actions in the database with the workflows in the providers' namespaces, after a restore.
@Component
class OrderComparison implements Comparison {

    private static final String UNKNOWN = "catalog-workflow/";
    private static final String UNSENT = "catalog-run/";
    private static final int MOST = 500;

    private final Workflows workflows;
    private final Catalog catalog;
    private final InstanceQueries queries;
    private final RunProgress progress;

    OrderComparison(Workflows workflows, Catalog catalog, InstanceQueries queries, RunProgress progress) {
        this.workflows = workflows;
        this.catalog = catalog;
        this.queries = queries;
        this.progress = progress;
    }

    @Override
    public Optional<String> evidence(Set<String> settled) {
        return catalog.providers().stream().flatMap(provider -> unknown(there(provider)).stream())
                .filter(run -> !settled.contains(UNKNOWN + place(run))).findFirst()
                .map(run -> "Argo runs orders that the database does not know, such as " + place(run)
                        + ": it is older than they are, or another portal uses the namespace.");
    }

    @Override
    public List<Difference> find() {
        List<Difference> differences = new ArrayList<>();
        for (Provider provider : catalog.providers()) {
            Map<String, WorkflowRun> there = there(provider).stream()
                    .collect(Collectors.toMap(WorkflowRun::name, Function.identity()));
            unknown(List.copyOf(there.values())).stream().map(OrderComparison::unknown).forEach(differences::add);
            queries.openRuns(provider.namespace()).stream()
                    .flatMap(run -> compare(run, Optional.ofNullable(there.get(run.workflow()))).stream())
                    .forEach(differences::add);
        }
        return differences;
    }

    private List<WorkflowRun> there(Provider provider) {
        return workflows.list(provider.namespace(), RunManifest.RUN, 0, MOST);
    }

    private List<WorkflowRun> unknown(List<WorkflowRun> there) {
        Set<String> known = new HashSet<>(
                queries.knownRuns(there.stream().map(OrderComparison::id).filter(id -> !id.isEmpty()).toList()));
        return there.stream().filter(run -> !known.contains(id(run))).toList();
    }

    private static String id(WorkflowRun run) {
        return run.labels().getOrDefault(RunManifest.RUN, "");
    }

    private static String place(WorkflowRun run) {
        return run.namespace() + "/" + run.name();
    }

    private static Difference unknown(WorkflowRun run) {
        return new Difference(UNKNOWN + place(run), "unknown-workflow", place(run),
                "It is " + (run.phase().isEmpty() ? "not begun" : run.phase()) + " in Argo, and the database knows no"
                        + " order of it. The portal leaves it alone: adopt what it made, or clean it up.",
                List.of(Choice.ACCEPT));
    }

    private static Optional<Difference> compare(ActionRun run, Optional<WorkflowRun> there) {
        String words = run.action() + " " + run.namespace() + "/" + run.workflow();
        if (there.isPresent()) {
            return Optional.of(there.get()).filter(WorkflowRun::isFinished)
                    .map(ended -> new Difference(
                            "catalog-end/" + run.id(), "advanced", words, "Argo says that it is over (" + ended.phase()
                                    + "). The portal takes that over when it goes on.",
                            List.of(Choice.ACCEPT)));
        }
        return Optional.of(run.phase() == RunPhase.PLANNED
                ? new Difference(UNSENT + run.id(), "unsent", words,
                        "It was about to be submitted, and Argo has no workflow of it: it never was, or it ran and was"
                                + " cleared away. Dropping ends it as failed; sending submits it.",
                        List.of(Choice.DROP, Choice.SEND))
                : new Difference("catalog-lost/" + run.id(), "lost-workflow", words, "It is " + run.phase()
                        + " here, and its workflow is gone in Argo. It ends as failed when the portal goes on.",
                        List.of(Choice.ACCEPT)));
    }

    @Override
    public void settle(Difference difference, Choice choice, String who) {
        if (choice == Choice.DROP && difference.id().startsWith(UNSENT)) {
            UUID run = UUID.fromString(difference.id().substring(UNSENT.length()));
            queries.findRun(run).ifPresent(found -> progress.ended(found, false,
                    "The database was restored before it was submitted, and " + who + " gave it up."));
        }
    }
}
