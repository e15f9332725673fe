package dev.tiphys.catalog.web;

import java.util.Map;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.OpenForm;
import dev.tiphys.catalog.Shop;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Gives every form of orders and actions the mark of what it is made of.
@ControllerAdvice(assignableTypes = {OrderController.class, ReviewController.class, ActionController.class})
class OpenFormAdvice {

    private final Shop shop;
    private final Instances instances;

    OpenFormAdvice(Shop shop, Instances instances) {
        this.shop = shop;
        this.instances = instances;
    }

    /// Empty where there is no such form: the handler says why.
    @ModelAttribute(OpenForm.MARK)
    String mark(Person person, @PathVariable Map<String, String> path) {
        try {
            return path.containsKey("id")
                    ? ofAction(path.getOrDefault("id", ""), path.getOrDefault("action", ""), person)
                    : ofOrder(path.getOrDefault("provider", ""), path.getOrDefault("item", ""), person);
        } catch (Refusal none) {
            return "";
        }
    }

    private String ofOrder(String provider, String item, Person person) {
        Item offered = shop.get(provider, item, person);
        return offered.findAction(Item.CREATE).map(create -> OpenForm.of(create).mark()).orElse("");
    }

    private String ofAction(String id, String action, Person person) {
        return shop.findOf(instances.get(InstanceId.parse(id), person))
                .flatMap(item -> item.findAction(action).map(known -> OpenForm.of(known).mark())).orElse("");
    }
}
