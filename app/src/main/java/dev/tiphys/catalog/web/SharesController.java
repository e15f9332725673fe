package dev.tiphys.catalog.web;

import java.util.Set;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.Share;
import dev.tiphys.catalog.Shares;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;
import dev.tiphys.web.When;

/// With which further teams an instance is shared.
@Controller
class SharesController {

    private final Instances instances;
    private final Shares shares;
    private final CatalogRights rights;

    SharesController(Instances instances, Shares shares, CatalogRights rights) {
        this.instances = instances;
        this.shares = shares;
        this.rights = rights;
    }

    @GetMapping(Links.SHARES)
    String show(Person person, @PathVariable String id, Model model) {
        rights.requireLook(person);
        InstanceId instanceId = InstanceId.parse(id);
        Instance instance = instances.get(instanceId, person);
        String denied = denied(instance, person);
        model.addAttribute("page", new SharesPage(instance.name(), Links.instance(instance.id()), instance.team(),
                shares.list(instanceId, person).stream().map(share -> row(instance, share)).toList(),
                Links.shares(instance.id()), denied.isEmpty() ? shares.candidates(instance) : Set.of(), denied));
        return "catalog/shares";
    }

    private String denied(Instance instance, Person person) {
        try {
            rights.requireOrder(person, instance.provider(), instance.team());
            return "";
        } catch (Refusal.NotAllowed refusal) {
            return "Those who own it decide with whom it is shared: " + instance.team() + ".";
        }
    }

    private static SharesPage.Row row(Instance instance, Share share) {
        return new SharesPage.Row(share.team(), share.may() == Share.May.OPERATE, share.by(), When.of(share.at()),
                Links.shares(instance.id()) + "/" + share.team() + "/end");
    }

    @PostMapping(Links.SHARES)
    RedirectView share(Person person, @PathVariable String id, @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "read") String may) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        shares.share(instance, team, may, person);
        return OrderController.seeOther(Links.shares(instance.value()));
    }

    @PostMapping(Links.SHARE)
    RedirectView end(Person person, @PathVariable String id, @PathVariable String team) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        shares.end(instance, team, person);
        return OrderController.seeOther(Links.shares(instance.value()));
    }
}
