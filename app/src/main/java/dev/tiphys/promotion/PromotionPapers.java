package dev.tiphys.promotion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.fleet.Fleet;
import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.PlanHash;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.rollout.Rollouts;

/// What there is in writing about a promotion, for somebody who examines it later. What cannot be had any more is a
/// note of that in its place.
@Component
public class PromotionPapers {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_ANALYSES = 50;

    private final Promotions promotions;
    private final Workflows workflows;
    private final Rollouts rollouts;
    private final Fleet fleet;
    private final Gates gates;

    PromotionPapers(Promotions promotions, Workflows workflows, Rollouts rollouts, Fleet fleet, Gates gates) {
        this.promotions = promotions;
        this.workflows = workflows;
        this.rollouts = rollouts;
        this.fleet = fleet;
        this.gates = gates;
    }

    /// One paper by its file's name.
    public record Paper(String name, String text) {}

    /// Asks Argo for what it still knows; takes as long as its slowest answer.
    ///
    /// @param inside the environments whose pods' logs may be among them
    public List<Paper> collect(PromotionView promotion, Predicate<String> inside) {
        PromotionId id = promotion.id();
        Plan plan = promotions.getPlan(id);
        List<Paper> papers = new ArrayList<>();
        papers.add(new Paper("plan.json", PlanHash.canonical(plan)));
        papers.add(new Paper("manifest.yaml", promotions.getManifest(id)));
        papers.add(new Paper("promote.py", promotions.getHera(id)));
        papers.add(new Paper("promotion.json", JSON.writeValueAsString(promotion)));
        papers.add(new Paper("transitions.json", JSON.writeValueAsString(promotions.listTransitions(id))));
        papers.add(new Paper("decisions.json", JSON.writeValueAsString(promotions.listDecisions(id))));
        papers.add(new Paper("approvals.json", JSON.writeValueAsString(promotion.waves().stream()
                .flatMap(wave -> gates.find(id, wave.name()).stream()).toList())));
        papers.add(new Paper("evidence.json",
                JSON.writeValueAsString(readable(promotions.listEvidence(id), plan, inside))));
        papers.add(new Paper("workflow.json", orNote(() -> workflows.getText(promotion.workflow().namespace(),
                promotion.workflow().name()))));
        papers.add(new Paper("analysis.json", analyses(plan)));
        papers.add(new Paper("revisions.json", revisions(plan)));
        return papers;
    }

    static List<KeptEvidence> readable(List<KeptEvidence> evidence, Plan plan, Predicate<String> inside) {
        Set<String> open = plan.targets().stream().filter(target -> inside.test(target.environment()))
                .map(target -> target.application().toString()).collect(Collectors.toSet());
        return evidence.stream().filter(one -> !one.kind().equals("pod") || open.contains(one.application())).toList();
    }

    private String orNote(Supplier<String> ask) {
        try {
            return ask.get();
        } catch (ArgoException.NotFound gone) {
            return note("It no longer exists: " + gone.getMessage());
        } catch (ArgoException failure) {
            return note("It could not be had: " + failure.getMessage());
        }
    }

    private String note(String text) {
        return JSON.createObjectNode().put("note", text).toString();
    }

    private String analyses(Plan plan) {
        ObjectNode found = JSON.createObjectNode();
        for (Target target : plan.targets().stream().limit(MOST_ANALYSES).toList()) {
            ArrayNode runs = found.putArray(target.application().toString());
            try {
                rollouts.listAnalysisRuns(target.argoCd(), target.application())
                        .forEach(run -> runs.add(JSON.readTree(run)));
            } catch (ArgoException failure) {
                runs.addObject().put("note", "It could not be had: " + failure.getMessage());
            }
        }
        if (plan.targets().size() > MOST_ANALYSES) {
            found.put("note", "Of " + plan.targets().size() + " targets the first " + MOST_ANALYSES + " were asked.");
        }
        return found.toString();
    }

    private String revisions(Plan plan) {
        Map<String, Object> found = new LinkedHashMap<>();
        plan.targets().forEach(target -> found.put(target.application().toString(),
                fleet.findApplication(target.application()).map(PromotionPapers::revision)
                        .orElse(Map.of("note", "It is not in the fleet any more."))));
        return JSON.writeValueAsString(Map.of("asOf", fleet.snapshot().asOf(), "applications", found));
    }

    private static Map<String, Object> revision(FleetApplication application) {
        var summary = application.summary();
        return Map.of("cluster", application.cluster(), "source", summary.source(), "revision", summary.revision(),
                "sync", summary.syncStatus(), "health", summary.health(), "images", summary.images());
    }
}
