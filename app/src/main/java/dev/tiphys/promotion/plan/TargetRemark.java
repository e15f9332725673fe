package dev.tiphys.promotion.plan;

import java.util.Locale;

import dev.tiphys.fleet.FleetApplication;

/// What can be said of a single target. Each kind is said once per environment, of all its targets together.
enum TargetRemark {
    BEING_DELETED(Remark.Level.BLOCKER, " is being deleted. Plan again when it is gone.",
            " are being deleted. Plan again when they are gone."), UNREACHABLE(Remark.Level.WARNING,
                    " cannot be reached now: its cluster or its Argo CD does not answer. Its delivery would ask for a decision.",
                    " cannot be reached now: their clusters or Argo CD do not answer. Their deliveries would ask for decisions."), UNHEALTHY(
                            Remark.Level.WARNING,
                            " is not healthy now. If the version does not mend it, its delivery will ask.",
                            " are not healthy now. If the version does not mend them, their deliveries will ask."), AUTO_SYNC(
                                    Remark.Level.WARNING,
                                    " syncs by itself. Its sync may start before the promotion's; the promotion waits for it.",
                                    " sync by themselves. Their syncs may start before the promotion's; the promotion waits for them."), MOVING(
                                            Remark.Level.NOTE, " is changing right now.",
                                            " are changing right now."), OLDER_VERSION(Remark.Level.NOTE,
                                                    " runs a newer version than the one promoted.",
                                                    " run a newer version than the one promoted."), ALREADY_THERE(
                                                            Remark.Level.NOTE,
                                                            " is on the version already and will be done at once.",
                                                            " are on the version already and will be done at once."), CLAIMED_BY_FALLBACK(
                                                                    Remark.Level.NOTE,
                                                                    " has no label tiphys.dev/service and was counted in by a general one. Look whether it belongs here.",
                                                                    " have no label tiphys.dev/service and were counted in by a general one. Look whether they belong here.");

    private final Remark.Level level;
    private final String ofOne;
    private final String ofMany;

    TargetRemark(Remark.Level level, String ofOne, String ofMany) {
        this.level = level;
        this.ofOne = ofOne;
        this.ofMany = ofMany;
    }

    boolean concerns(FleetApplication application, Plan plan) {
        return switch (this) {
            case BEING_DELETED -> application.summary().deleting();
            case UNREACHABLE -> !application.reachable();
            case UNHEALTHY -> application.isUnhealthy();
            case AUTO_SYNC -> application.summary().automated();
            case MOVING -> application.reachable() && application.isMoving();
            case OLDER_VERSION -> VersionOrder.isOlder(plan.to(application.ref()), application.version());
            case ALREADY_THERE -> application.version().equals(plan.to(application.ref()));
            case CLAIMED_BY_FALLBACK -> !application.summary().labels().containsKey("tiphys.dev/service");
        };
    }

    Remark.Level level() {
        return level;
    }

    /// Stable, such as `auto-sync`.
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What follows the name of one application.
    String ofOne() {
        return ofOne;
    }

    /// What follows several names.
    String ofMany() {
        return ofMany;
    }
}
