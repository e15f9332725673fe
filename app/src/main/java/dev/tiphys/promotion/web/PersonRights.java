package dev.tiphys.promotion.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.promotion.PromotionRights;
import dev.tiphys.promotion.PromotionView;

/// The rights of a signed-in person, asked once per service and page.
final class PersonRights implements Rights {

    private final PromotionRights rights;
    private final Person person;
    private final Map<String, Set<String>> promotable = new HashMap<>();

    PersonRights(PromotionRights rights, Person person) {
        this.rights = rights;
        this.person = person;
    }

    @Override
    public String name() {
        return person.name();
    }

    @Override
    public boolean mayPromote(String service, String environment) {
        return promotable.computeIfAbsent(service, name -> rights.environmentsFor(person, name)).contains(environment);
    }

    @Override
    public boolean mayApprove(PromotionView promotion, String wave) {
        return rights.mayApprove(person, promotion, wave);
    }

    @Override
    public boolean mayOperate(String service, String environment) {
        return rights.maySteer(person, service, environment);
    }

    @Override
    public List<String> whoSteers(String service, String environment) {
        return rights.whoSteers(service, environment);
    }

    @Override
    public List<String> whoApproves(String service, String environment) {
        return rights.whoApproves(service, environment);
    }

    @Override
    public String whyNotPromote(String service, String environment) {
        return rights.whyNot(person, PortalAction.PROMOTION_START, service, environment);
    }

    @Override
    public String whyNotOperate(String service, String environment) {
        return rights.whyNot(person, PortalAction.TARGET_DECIDE, service, environment);
    }

    @Override
    public String whyNotApprove(PromotionView promotion, String wave) {
        return rights.whyNotApprove(person, promotion, wave);
    }
}
