package dev.tiphys.promotion.web;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.PromotionReplays;
import dev.tiphys.promotion.PromotionSights;
import dev.tiphys.promotion.Promotions;
import dev.tiphys.promotion.Replay;
import dev.tiphys.web.PageView;

/// A promotion to watch again, moment by moment.
@Controller
class ReplayController {

    private static final int LAST = Integer.MAX_VALUE;

    private final PromotionReplays replays;
    private final Promotions promotions;
    private final PromotionSights sights;
    private final PageView view;

    ReplayController(PromotionReplays replays, Promotions promotions, PromotionSights sights, PageView view) {
        this.promotions = promotions;
        this.sights = sights;
        this.replays = replays;
        this.view = view;
    }

    @GetMapping(Links.HOME + "/{id}/replay")
    String show(@PathVariable String id, @RequestParam(defaultValue = "1") String at, Person person, Model model,
            HttpServletRequest request) {
        model.addAttribute("page", new ReplayPages(replay(id, number(at), person)).page());
        return view.of(request, "promotions/replay", "moment");
    }

    @GetMapping("/api/v1/promotions/{id}/events")
    @ResponseBody
    @Operation(tags = "Promotions", summary = "Everything that happened to a promotion, oldest first")
    List<Replay.Frame> events(@PathVariable String id, Person person) {
        return replay(id, LAST, person).frames();
    }

    private Replay replay(String id, int at, Person person) {
        sights.requireSeen(person, promotions.get(Ids.promotion(id)));
        return replays.get(Ids.promotion(id), at);
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 1;
    }
}
