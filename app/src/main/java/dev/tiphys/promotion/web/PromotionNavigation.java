package dev.tiphys.promotion.web;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.CurrentPerson;
import dev.tiphys.promotion.PromotionRights;
import dev.tiphys.promotion.Promotions;
import dev.tiphys.web.NavigationEntry;

/// The promotions in the top bar, with how many have a target that asks the person who looks. Gates are counted by the
/// approvals, and nothing twice.
@Component
class PromotionNavigation implements NavigationEntry {

    private final CurrentPerson current;
    private final Promotions promotions;
    private final PromotionRights rights;

    PromotionNavigation(CurrentPerson current, Promotions promotions, PromotionRights rights) {
        this.current = current;
        this.promotions = promotions;
        this.rights = rights;
    }

    @Override
    public String label() {
        return "nav.promotions";
    }

    @Override
    public String path() {
        return Links.HOME;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean visible() {
        return current.find().isPresent();
    }

    @Override
    public int badge() {
        return current.find().map(person -> new PersonRights(rights, person)).map(mine -> (int) promotions.asking()
                .stream().filter(promotion -> Waits.mayDecide(promotion, mine)).count()).orElse(0);
    }
}
