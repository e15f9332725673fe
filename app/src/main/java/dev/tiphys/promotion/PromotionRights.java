package dev.tiphys.promotion;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.tiphys.approval.Approvals;
import dev.tiphys.fleet.Environment;
import dev.tiphys.fleet.Fleet;
import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.identity.Access;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.identity.Scope;
import dev.tiphys.identity.Verdict;
import dev.tiphys.promotion.plan.PlanRequest;

/// What a person may do about promotions, asked of the one door for permissions.
@Component
public class PromotionRights {

    private final Access access;
    private final Fleet fleet;
    private final Approvals approvals;

    PromotionRights(Access access, Fleet fleet, Approvals approvals) {
        this.approvals = approvals;
        this.access = access;
        this.fleet = fleet;
    }

    /// The environments that the person may promote this service to.
    public Set<String> environmentsFor(Person person, String service) {
        Set<String> names = new LinkedHashSet<>();
        for (Environment environment : fleet.environments()) {
            if (access.may(person, PortalAction.PROMOTION_START, scope(service).in(environment.name())).allowed()) {
                names.add(environment.name());
            }
        }
        return names;
    }

    /// Refuses unless the person may promote this service at least somewhere.
    void requireSomePromotion(Person person, String service) {
        if (environmentsFor(person, service).isEmpty()) {
            access.require(person, PortalAction.VERSION_ANNOUNCE, scope(service));
        }
    }

    void requireStart(Person person, PlanRequest request) {
        if (request.environments().isEmpty()) {
            access.require(person, PortalAction.PROMOTION_PLAN, scope(request.service()));
        }
        for (String environment : request.environments()) {
            access.require(person, PortalAction.PROMOTION_START, scope(request.service()).in(environment));
        }
    }

    void requireApproval(Person person, Promotion promotion, String environment) {
        access.require(person, PortalAction.PROMOTION_APPROVE,
                scope(promotion.service()).in(environment).requestedBy(promotion.requester()));
    }

    void requireSteering(Person person, String service, String environment) {
        access.require(person, PortalAction.PROMOTION_STOP, scope(service).in(environment));
    }

    void requirePausing(Person person, String service, String environment) {
        access.require(person, PortalAction.PROMOTION_PAUSE, scope(service).in(environment));
    }

    /// Refuses who may do this nowhere, before anything is said about what they name.
    void requireSomewhere(Person person, PortalAction action) {
        access.requireAnywhere(person, action);
    }

    /// Whether the person's word would count at the gate of a wave now.
    public boolean mayApprove(Person person, PromotionView promotion, String wave) {
        return approvals.find(Gates.subject(promotion.id(), wave))
                .map(request -> approvals.mayDecide(request, person).allowed())
                .orElseGet(() -> access.may(person, PortalAction.PROMOTION_APPROVE, scope(promotion.service()).in(wave))
                        .allowed());
    }

    /// Whether the person may retry, skip and stop there.
    public boolean maySteer(Person person, String service, String environment) {
        return access.may(person, PortalAction.TARGET_DECIDE, scope(service).in(environment)).allowed();
    }

    /// Whether the person works with the service there, and so may read what its pods say.
    public boolean seesInside(Person person, PromotionView promotion, String environment) {
        return maySteer(person, promotion.service(), environment)
                || environmentsFor(person, promotion.service()).contains(environment)
                || mayApprove(person, promotion, environment);
    }

    /// Why the person may not take this action there, and whom to ask; empty when they may.
    ///
    /// @param environment empty for the service as a whole
    public String whyNot(Person person, PortalAction action, String service, String environment) {
        Scope scope = environment.isEmpty() ? scope(service) : scope(service).in(environment);
        Verdict verdict = access.may(person, action, scope);
        return whyNot(verdict, action.permissions().stream()
                .flatMap(permission -> access.groupsThatMay(permission, scope).stream()).distinct().toList());
    }

    /// Why the person's word would not count at the gate of a wave now, and whom to ask; empty when it would.
    public String whyNotApprove(Person person, PromotionView promotion, String wave) {
        Scope scope = scope(promotion.service()).in(wave);
        return approvals.find(Gates.subject(promotion.id(), wave))
                .map(request -> whyNot(approvals.mayDecide(request, person), request.rules().asked()))
                .orElseGet(() -> whyNot(access.may(person, PortalAction.PROMOTION_APPROVE, scope),
                        access.groupsThatMay(Permission.APPROVE, scope)));
    }

    private static String whyNot(Verdict verdict, List<String> groups) {
        if (verdict.allowed()) {
            return "";
        }
        return verdict.reason() + (groups.isEmpty()
                ? " Nobody may: ask an administrator."
                : " Ask " + String.join(", ", groups) + ".");
    }

    /// The groups whose members may do this to the service there.
    public List<String> whoMay(Permission permission, String service, String environment) {
        return access.groupsThatMay(permission, scope(service).in(environment));
    }

    /// The groups whose people may open the gate there.
    public List<String> whoApproves(String service, String environment) {
        return access.groupsThatMay(Permission.APPROVE, scope(service).in(environment));
    }

    /// The groups whose people may decide about targets there.
    public List<String> whoSteers(String service, String environment) {
        return access.groupsThatMay(Permission.OPERATE, scope(service).in(environment));
    }

    /// The scope for the record, of what the fleet knows: what somebody merely typed is no scope.
    Scope known(String service, String environment) {
        if (fleet.snapshot().applicationsOf(service).isEmpty()) {
            return Scope.portal();
        }
        boolean isKnown = fleet.environments().stream().anyMatch(known -> known.name().equals(environment));
        return isKnown ? scope(service).in(environment) : scope(service);
    }

    /// The service with the team that owns it.
    public Scope scope(String service) {
        String team = fleet.snapshot().applicationsOf(service).stream().map(FleetApplication::team)
                .filter(name -> !name.isEmpty()).findFirst().orElse(null);
        return Scope.service(service, team);
    }
}
