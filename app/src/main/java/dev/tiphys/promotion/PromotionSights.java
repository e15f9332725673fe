package dev.tiphys.promotion;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.stereotype.Component;

import dev.tiphys.fleet.Environment;
import dev.tiphys.fleet.Fleet;
import dev.tiphys.identity.Access;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.identity.Scope;
import dev.tiphys.web.Refusal;

/// Whose promotions a person sees: those of the services that they may view, as a whole or in some environment. Asked
/// once for each service, never for each promotion.
@Component
public class PromotionSights {

    private final Access access;
    private final Fleet fleet;
    private final PromotionRights rights;
    private final PromotionQueries queries;

    PromotionSights(Access access, Fleet fleet, PromotionRights rights, PromotionQueries queries) {
        this.access = access;
        this.fleet = fleet;
        this.rights = rights;
        this.queries = queries;
    }

    public boolean maySee(Person person, String service) {
        Scope scope = rights.scope(service);
        return may(person, scope)
                || fleet.environments().stream().map(Environment::name).anyMatch(name -> may(person, scope.in(name)));
    }

    private boolean may(Person person, Scope scope) {
        return access.may(person, PortalAction.PROMOTION_SEE, scope).allowed();
    }

    /// The service is there and open to the person; who may not view it hears the same as if there were none.
    public void requireService(Person person, String service) {
        access.requireAnywhere(person, PortalAction.FLEET_SEE);
        boolean there = fleet.snapshot().services().contains(service) || queries.services().contains(service);
        if (!there || !maySee(person, service)) {
            throw new Refusal.NotFound("There is no service " + service + " that you may see.");
        }
    }

    /// Of a promotion that the person may not view they do not hear that it is there.
    public PromotionView requireSeen(Person person, PromotionView promotion) {
        if (!maySee(person, promotion.service())) {
            throw new Refusal.NotFound("There is no promotion " + promotion.id() + ".");
        }
        return promotion;
    }

    /// The same of one that is only named. What there is not is left to who looks for it.
    void requireSeen(Person person, PromotionId id) {
        queries.find(id.value()).filter(row -> !maySee(person, row.service())).ifPresent(row -> {
            throw new Refusal.NotFound("There is no promotion " + id + ".");
        });
    }

    /// The services that were ever promoted and that the person may view.
    List<String> services(Person person) {
        Set<String> names = new TreeSet<>(queries.services());
        return names.stream().filter(name -> maySee(person, name)).toList();
    }
}
