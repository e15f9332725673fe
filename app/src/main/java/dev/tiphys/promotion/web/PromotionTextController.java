package dev.tiphys.promotion.web;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import dev.tiphys.promotion.Promotions;

/// The texts of a promotion to download.
@Controller
class PromotionTextController {

    private final Promotions promotions;

    PromotionTextController(Promotions promotions) {
        this.promotions = promotions;
    }

    @GetMapping(Links.HOME + "/{id}/hera")
    ResponseEntity<String> hera(@PathVariable String id) {
        return PlanTextController.file("promote.py", Texts.HERA_TYPE, promotions.getHera(Ids.promotion(id)));
    }

    @GetMapping(Links.HOME + "/{id}/manifest")
    ResponseEntity<String> manifest(@PathVariable String id) {
        return PlanTextController.file("promotion.yaml", Texts.YAML_TYPE,
                promotions.getManifest(Ids.promotion(id)));
    }
}
