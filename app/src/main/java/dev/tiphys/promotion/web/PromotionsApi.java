package dev.tiphys.promotion.web;

import java.net.URI;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.PromotionId;
import dev.tiphys.promotion.PromotionPlanning;
import dev.tiphys.promotion.PromotionStart;
import dev.tiphys.promotion.Promotions;
import dev.tiphys.web.IdempotencyKeys;

/// Promotions as JSON: plan and start.
@RestController
@RequestMapping("/api/v1/promotions")
@Tag(name = "Promotions")
class PromotionsApi {

    private final Promotions promotions;
    private final PromotionPlanning planning;
    private final PromotionStart start;
    private final IdempotencyKeys keys;
    private final JsonMapper json;

    PromotionsApi(Promotions promotions, PromotionPlanning planning, PromotionStart start, IdempotencyKeys keys,
            JsonMapper json) {
        this.promotions = promotions;
        this.planning = planning;
        this.start = start;
        this.keys = keys;
        this.json = json;
    }

    @PostMapping("/plan")
    PlanJson plan(@RequestBody PromotionBody body, Person person) {
        return PlanJson.of(planning.plan(body.request(), person));
    }

    @PostMapping
    ResponseEntity<String> start(@RequestBody PromotionBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, Person person) {
        String request = "POST /api/v1/promotions " + json.writeValueAsString(body);
        IdempotencyKeys.Answer answer = keys.once(person.subject(), key, request, () -> started(body, person));
        ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON);
        if (answer.location() != null) {
            response.location(URI.create(answer.location()));
        }
        return response.body(answer.body());
    }

    private IdempotencyKeys.Answer started(PromotionBody body, Person person) {
        PromotionId id = start.start(body.request(), body.planHash(), person);
        return new IdempotencyKeys.Answer(201, "/api/v1/promotions/" + id, json.writeValueAsString(promotions.get(id)));
    }
}
