package dev.tiphys.promotion.web;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.tiphys.promotion.PlannedPromotion;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.PlanRequest.Rollback;
import dev.tiphys.promotion.plan.Remark;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.promotion.plan.Wave;

/// A plan in the JSON API.
///
/// @param rollbackOf the promotion that it rolls back, to be sent along when it is started; null for a way forward
/// @param application the one target that goes back; null for all
record PlanJson(String id, String planHash, String service, String version, String mechanism, boolean canStart,
        List<WaveJson> waves, List<WarningJson> warnings, String hera, String manifest, @Nullable String rollbackOf,
        @Nullable String application) {

    /// One wave: its gate is `none` or `approval`.
    record WaveJson(String name, String gate, int maxInFlight, String soak, List<TargetJson> targets) {}

    /// One target with the version it leaves and the one it gets.
    record TargetJson(String application, String project, String cluster, String environment, String from, String to) {}

    /// What a person should know before starting; `blocker` means that it cannot start.
    record WarningJson(String level, String code, String environment, String application, String text) {}

    static PlanJson of(PlannedPromotion planned, @Nullable Rollback rollback) {
        Plan plan = planned.planned().plan();
        return new PlanJson(planned.id().toString(), planned.planned().planHash(), plan.service(), plan.version(),
                plan.mechanism().kind(), planned.planned().canStart(),
                plan.waves().stream().map(wave -> wave(plan, wave)).toList(),
                planned.planned().remarks().stream().map(PlanJson::warning).toList(), planned.compiled().hera(),
                planned.compiled().yaml(), rollback == null ? null : rollback.promotion().toString(),
                rollback == null || rollback.application().isEmpty() ? null : rollback.application());
    }

    private static WaveJson wave(Plan plan, Wave wave) {
        return new WaveJson(wave.name(), wave.gate().word(), wave.maxInFlight(), wave.soak().toSeconds() + "s",
                wave.targets().stream().map(target -> target(target, plan.to(target))).toList());
    }

    private static TargetJson target(Target target, String version) {
        return new TargetJson(target.application().name(), target.application().project(), target.cluster(),
                target.environment(), target.from(), version);
    }

    private static WarningJson warning(Remark remark) {
        return new WarningJson(remark.level().name().toLowerCase(Locale.ROOT), remark.code(), remark.environment(),
                remark.target(), remark.text());
    }
}
