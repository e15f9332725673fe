package dev.tiphys.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.catalog.form.WholePattern;
import dev.tiphys.catalog.sheet.ItemSheet;
import dev.tiphys.catalog.sheet.ItemSheet.NameRule;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// What a provider's sheet demands of orders and actions: names, quotas, and whom to ask.
@Component
class OrderRules {

    private final QuotaSeats seats;
    private final LineStore lines;
    private final CatalogRights rights;

    OrderRules(QuotaSeats seats, LineStore lines, CatalogRights rights) {
        this.seats = seats;
        this.lines = lines;
        this.rights = rights;
    }

    /// What is wrong with name and team, by field. Two orders that are checked at once come one after the other.
    Map<String, String> problems(Item item, OrderWish wish) {
        Map<String, String> problems = new LinkedHashMap<>();
        String name = name(item.sheet().names(), wish.name());
        if (!name.isEmpty()) {
            problems.put(FormFields.NAME, name);
        }
        if (item.sheet().quotaPerTeam() > 0) {
            seats.lock(item.provider(), item.name(), wish.team());
        }
        String quota = quota(item, wish.team());
        if (!quota.isEmpty() && !item.sheet().approval().beyondQuota()) {
            problems.put(FormFields.TEAM, quota + " Delete one that nobody needs, or order for another team.");
        }
        return problems;
    }

    static String name(@Nullable NameRule rule, String name) {
        if (rule == null || rule.pattern().isEmpty()) {
            return "";
        }
        if (WholePattern.fits(rule.pattern(), name)) {
            return "";
        }
        return rule.message().isEmpty() ? "The provider wants names like " + rule.pattern() + "." : rule.message();
    }

    /// That the quota is used up, in words; empty while it is not.
    String quota(Item item, String team) {
        int most = item.sheet().quotaPerTeam();
        long has = most > 0 ? seats.count(item.provider(), item.name(), team) : 0;
        return has < most || most == 0
                ? ""
                : "The team " + team + " has " + has + " of " + most + ", so its quota of " + item.title()
                        + " is used up.";
    }

    /// How much of a quota is left, in words; empty where there is none.
    String room(Item item, String team) {
        int most = item.sheet().quotaPerTeam();
        return most == 0
                ? ""
                : "The team " + team + " has " + seats.count(item.provider(), item.name(), team) + " of " + most + ".";
    }

    void seat(Item item, Instance instance) {
        if (item.sheet().quotaPerTeam() > 0) {
            seats.take(instance.id(), item.sheet().quotaPerTeam());
        }
    }

    List<String> approvalOf(Item item, String team, Map<String, String> values) {
        return ApprovalNeeds.ofOrder(item, values, !quota(item, team).isEmpty());
    }

    Terms ofOrder(Item item, OrderWish wish, Map<String, String> values, Person person) {
        requireRank(item.provider(), wish.priority(), person);
        return new Terms(wish.priority(), approvalOf(item, wish.team(), values));
    }

    /// What was approved and then failed is not asked for again.
    Terms ofAction(Item item, ItemAction action, Instance instance, Map<String, String> values) {
        ItemSheet sheet = item.sheet();
        Map<String, String> present = new LinkedHashMap<>(instance.inputs());
        present.putAll(instance.outputs());
        List<String> reasons = action.name().equals(Item.CREATE)
                ? ApprovalNeeds.ofOrder(item, values, false)
                : ApprovalNeeds.ofAction(item, action.name(), present, values);
        boolean again = !reasons.isEmpty()
                && lines.wasApproved(instance.id(), action.name(), Contents.pin(item, action), values);
        return sheet.equals(ItemSheet.EMPTY) || again ? Terms.NONE : new Terms(Priority.NORMAL, reasons);
    }

    void requireRank(String provider, Priority priority, Person person) {
        if (priority == Priority.HIGH && !rights.worksFor(person, provider) && !rights.oversees(person)) {
            throw new Refusal.NotAllowed(person.username() + " may not put an order before those of others: the"
                    + " provider's people may.");
        }
    }
}
