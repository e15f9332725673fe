package dev.tiphys.promotion.compile;

import java.util.Map;

import dev.tiphys.promotion.PromotionId;
import dev.tiphys.promotion.plan.JsonText;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Purpose;

/// Writes a plan as an Argo Workflow and as the Hera program that gives the same one. The same plan under the same id
/// always gives the same texts.
public final class PlanCompiler {

    private final Workplace workplace;

    public PlanCompiler(Workplace workplace) {
        this.workplace = workplace;
    }

    /// @param promotion the id that the plan reserved
    /// @param purpose told to Argo CD with each operation
    public CompiledPlan compile(PromotionId promotion, Plan plan, Purpose purpose) {
        WorkflowIdentity identity = WorkflowIdentity.of(promotion, plan.service(), plan.version());
        WorkflowModel model = WorkflowModel.of(identity, plan, purpose, workplace);
        Map<String, Object> manifest = Manifest.of(model);
        return new CompiledPlan(workplace.namespace(), identity.name(), JsonText.of(manifest),
                YamlText.of(manifest, ManifestComments.of(model)), HeraProgram.of(model));
    }
}
