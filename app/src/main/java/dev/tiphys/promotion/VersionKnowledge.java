package dev.tiphys.promotion;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Planned;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.promotion.plan.VersionRecord;

/// Adds to a plan what is on record of its versions: builds that announced them, and promotions before.
@Component
class VersionKnowledge {

    private final AnnouncedVersionQueries announced;
    private final PromotionQueries promotions;

    VersionKnowledge(AnnouncedVersionQueries announced, PromotionQueries promotions) {
        this.announced = announced;
        this.promotions = promotions;
    }

    Planned refine(Planned planned) {
        Plan plan = planned.plan();
        Set<String> versions = new HashSet<>(plan.targets().stream().map(Target::from).toList());
        versions.add(plan.version());
        Map<String, VersionRecord.Build> builds = new HashMap<>();
        announced.find(plan.service(), versions).forEach(
                one -> builds.put(one.version(), new VersionRecord.Build(one.announcedAt(), one.revision())));
        VersionRecord known = new VersionRecord(builds,
                promotions.lastPromoted(plan.service(), plan.version()).orElse(null));
        return new Planned(plan, planned.planHash(), known.refine(plan, planned.remarks()));
    }
}
