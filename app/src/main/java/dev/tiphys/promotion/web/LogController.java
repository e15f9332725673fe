package dev.tiphys.promotion.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.PromotionSights;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.Promotions;
import dev.tiphys.promotion.StepLogs;
import dev.tiphys.web.PageView;
import dev.tiphys.web.Refusal;

/// What the pod of a target's step says; alone, or as a part of the promotion's page.
@Controller
class LogController {

    private final Promotions promotions;
    private final PromotionSights sights;
    private final StepLogs logs;
    private final OutsideLinks links;
    private final PageView view;

    LogController(Promotions promotions, PromotionSights sights, StepLogs logs, OutsideLinks links, PageView view) {
        this.promotions = promotions;
        this.sights = sights;
        this.logs = logs;
        this.links = links;
        this.view = view;
    }

    @GetMapping(Links.HOME + "/{id}/targets/{application}")
    String show(@PathVariable String id, @PathVariable String application, Person person, Model model,
            HttpServletRequest request) {
        PromotionView promotion = sights.requireSeen(person, promotions.get(Ids.promotion(id)));
        TargetView target = promotion.waves().stream().flatMap(wave -> wave.targets().stream())
                .filter(one -> one.application().equals(application)).findFirst()
                .orElseThrow(() -> new Refusal.NotFound("This promotion has no target " + application + "."));
        StepLogs.Log log = logs.read(promotion.workflow(), target.podName());
        model.addAttribute("page",
                new LogPage(Links.target(promotion.id(), application), promotion.service(), promotion.version(),
                        Links.promotion(promotion.id()), target.cluster(), application, Waves.status(target),
                        target.step(), target.podName(), log.text(), log.trouble(), "promotion-" + promotion.id(),
                        links.step(promotion, target), links.argoCd(promotion).get(application)));
        return view.of(request, "promotions/log", "log");
    }
}
