package dev.tiphys.promotion.web;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.PromotionSights;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.Promotions;

/// The texts of a promotion to download.
@Controller
class PromotionTextController {

    private final Promotions promotions;
    private final PromotionSights sights;
    private final OutsideLinks links;

    PromotionTextController(Promotions promotions, PromotionSights sights, OutsideLinks links) {
        this.promotions = promotions;
        this.sights = sights;
        this.links = links;
    }

    @GetMapping(Links.HOME + "/{id}/hera")
    ResponseEntity<String> hera(@PathVariable String id, Person person) {
        return PlanTextController.file("promote.py", Texts.HERA_TYPE, promotions.getHera(seen(id, person).id()));
    }

    @GetMapping(Links.HOME + "/{id}/manifest")
    ResponseEntity<String> manifest(@PathVariable String id, Person person) {
        return PlanTextController.file("promotion.yaml", Texts.YAML_TYPE,
                promotions.getManifest(seen(id, person).id()));
    }

    /// For a browser that cannot copy it by itself.
    @GetMapping(path = Links.HOME + "/{id}/summary", produces = "text/plain;charset=UTF-8")
    @ResponseBody
    String summary(@PathVariable String id, Person person) {
        PromotionView promotion = seen(id, person);
        return new Summary(promotion, links.portal(Links.promotion(promotion.id())), links.workflow(promotion)).text();
    }

    private PromotionView seen(String id, Person person) {
        return sights.requireSeen(person, promotions.get(Ids.promotion(id)));
    }
}
