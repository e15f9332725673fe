package dev.tiphys.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tiphys.catalog.sheet.ApprovalRule;
import dev.tiphys.catalog.sheet.ItemSheet;
import dev.tiphys.catalog.sheet.Price;

/// Why somebody has to agree before something begins, in the words that the approver reads.
final class ApprovalNeeds {

    private ApprovalNeeds() {
    }

    /// @param beyondQuota whether the team has as many as its quota allows
    static List<String> ofOrder(Item item, Map<String, String> inputs, boolean beyondQuota) {
        ItemSheet sheet = item.sheet();
        ApprovalRule rule = sheet.approval();
        List<String> reasons = new ArrayList<>();
        if (rule.always()) {
            reasons.add("The provider wants each order approved.");
        }
        if (isDear(sheet, inputs)) {
            reasons.add(dear(sheet, inputs));
        }
        String environment = inputs.getOrDefault(sheet.environment(), "");
        if (rule.environments().contains(environment)) {
            reasons.add("It goes into " + environment + ".");
        }
        if (beyondQuota) {
            reasons.add("It is beyond the team's quota of " + sheet.quotaPerTeam() + ".");
        }
        return List.copyOf(reasons);
    }

    /// An action that makes an instance dearer than the limit is asked for like an order that is.
    static List<String> ofAction(Item item, String action, Map<String, String> present, Map<String, String> values) {
        ItemSheet sheet = item.sheet();
        Map<String, String> after = new HashMap<>(present);
        after.putAll(values);
        List<String> reasons = new ArrayList<>();
        if (sheet.approval().actions().contains(action)) {
            reasons.add("The provider wants each " + action.replace('-', ' ') + " approved.");
        }
        if (!action.equals(Item.DELETE) && isDear(sheet, after)
                && costs(sheet, after).compareTo(costs(sheet, present)) > 0) {
            reasons.add(dear(sheet, after));
        }
        return List.copyOf(reasons);
    }

    private static boolean isDear(ItemSheet sheet, Map<String, String> inputs) {
        BigDecimal limit = sheet.approval().priceAbove();
        return limit != null && costs(sheet, inputs).compareTo(limit) > 0;
    }

    private static BigDecimal costs(ItemSheet sheet, Map<String, String> inputs) {
        Price price = sheet.price();
        return price == null ? BigDecimal.ZERO : price.of(inputs);
    }

    private static String dear(ItemSheet sheet, Map<String, String> inputs) {
        return "It costs " + price(sheet, inputs) + ", more than " + sheet.approval().priceAbove() + ".";
    }

    /// In words, such as `12 EUR a month`; empty where it has no price.
    static String price(ItemSheet sheet, Map<String, String> inputs) {
        Price price = sheet.price();
        return price == null
                ? ""
                : price.of(inputs) + " " + price.currency() + (price.isMonthly() ? " a month" : " once");
    }
}
