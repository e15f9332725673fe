package dev.tiphys.promotion.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

import dev.tiphys.identity.Person;

/// The texts of a plan to download before it starts.
@Controller
class PlanTextController {

    private final PlanScreen plans;

    PlanTextController(PlanScreen plans) {
        this.plans = plans;
    }

    @GetMapping(Links.HOME + "/plan/hera")
    ResponseEntity<String> hera(Person person, @ModelAttribute PlanAsk ask) {
        var plan = plans.plan(ask.request(), person);
        return file("promote.py", Texts.HERA_TYPE, plan.compiled().hera());
    }

    @GetMapping(Links.HOME + "/plan/manifest")
    ResponseEntity<String> manifest(Person person, @ModelAttribute PlanAsk ask) {
        var plan = plans.plan(ask.request(), person);
        return file("promotion.yaml", Texts.YAML_TYPE, plan.compiled().yaml());
    }

    static ResponseEntity<String> file(String name, String type, String text) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"").body(text);
    }
}
