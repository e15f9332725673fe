package dev.tiphys.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.tiphys.catalog.sheet.ApprovalRule;
import dev.tiphys.catalog.sheet.ItemSheet;
import dev.tiphys.catalog.sheet.Price;
import dev.tiphys.identity.Person;

/// What the item's sheet alone says about an order.
@Component
class SheetConditions implements OrderConditions {

    @Override
    public List<String> remarks(Item item, OrderWish wish, Person person) {
        ItemSheet sheet = item.sheet();
        ApprovalRule rule = sheet.approval();
        Map<String, String> values = wish.values();
        List<String> remarks = new ArrayList<>();
        if (rule.always()) {
            remarks.add("It waits for an approval, as every order of this item does.");
        }
        Price price = sheet.price();
        if (price != null && rule.priceAbove() != null && price.of(values).compareTo(rule.priceAbove()) > 0) {
            remarks.add("It waits for an approval, since it costs more than " + rule.priceAbove().toPlainString() + " "
                    + price.currency() + ".");
        }
        String environment = values.getOrDefault(sheet.environment(), "");
        if (rule.environments().contains(environment)) {
            remarks.add("It waits for an approval, since it goes into " + environment + ".");
        }
        return remarks;
    }
}
