package dev.tiphys.promotion;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.tiphys.fleet.Environment;
import dev.tiphys.fleet.Fleet;
import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.identity.Access;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.Scope;
import dev.tiphys.promotion.plan.PlanRequest;

/// What a person may do about promotions, asked of the one door for permissions.
@Component
public class PromotionRights {

    private final Access access;
    private final Fleet fleet;

    PromotionRights(Access access, Fleet fleet) {
        this.access = access;
        this.fleet = fleet;
    }

    /// The environments that the person may promote this service to.
    public Set<String> environmentsFor(Person person, String service) {
        Set<String> names = new LinkedHashSet<>();
        for (Environment environment : fleet.environments()) {
            if (access.may(person, Permission.PROMOTE, scope(service).in(environment.name())).allowed()) {
                names.add(environment.name());
            }
        }
        return names;
    }

    /// Refuses unless the person may promote this service at least somewhere.
    void requireSomePromotion(Person person, String service) {
        if (environmentsFor(person, service).isEmpty()) {
            access.require(person, Permission.PROMOTE, scope(service));
        }
    }

    void requireStart(Person person, PlanRequest request) {
        if (request.environments().isEmpty()) {
            access.require(person, Permission.PROMOTE, scope(request.service()));
        }
        for (String environment : request.environments()) {
            access.require(person, Permission.PROMOTE, scope(request.service()).in(environment));
        }
    }

    void requireApproval(Person person, Promotion promotion, String environment) {
        access.require(person, Permission.APPROVE,
                scope(promotion.service()).in(environment).requestedBy(promotion.requester()));
    }

    void requireSteering(Person person, String service, String environment) {
        access.require(person, Permission.OPERATE, scope(service).in(environment));
    }

    /// Refuses who may do this nowhere, before anything is said about what they name.
    void requireSomewhere(Person person, Permission permission) {
        if (!access.mayAnywhere(person, permission)) {
            access.require(person, permission, Scope.portal());
        }
    }

    /// Whether the person may approve a wave of a promotion that `requester` asked for.
    public boolean mayApprove(Person person, String service, String environment, String requester) {
        return access.may(person, Permission.APPROVE, scope(service).in(environment).requestedBy(requester)).allowed();
    }

    /// Whether the person may retry, skip and stop there.
    public boolean maySteer(Person person, String service, String environment) {
        return access.may(person, Permission.OPERATE, scope(service).in(environment)).allowed();
    }

    List<String> whoApproves(String service, String environment) {
        return access.groupsThatMay(Permission.APPROVE, scope(service).in(environment));
    }

    List<String> whoSteers(String service, String environment) {
        return access.groupsThatMay(Permission.OPERATE, scope(service).in(environment));
    }

    Scope scope(String service) {
        String team = fleet.snapshot().applicationsOf(service).stream().map(FleetApplication::team)
                .filter(name -> !name.isEmpty()).findFirst().orElse(null);
        return Scope.service(service, team);
    }
}
