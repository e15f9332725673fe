package dev.tiphys.promotion.web;

import java.net.URI;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
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
import dev.tiphys.promotion.plan.PlanRequest;
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
        return PlanJson.of(planning.plan(body.request(), person), body.request().rollback());
    }

    /// @param application the one target that goes back; all when it is empty
    record RollbackBody(@Nullable String application) {}

    /// The plan back to the versions that ran before; it is started like any plan, with `rollbackOf` and its hash.
    @PostMapping("/{id}/rollback")
    PlanJson rollback(@PathVariable String id, @RequestBody(required = false) @Nullable RollbackBody body,
            Person person) {
        String application = body == null || body.application() == null ? "" : body.application().strip();
        PlanRequest back = PlanRequest.back(new PlanRequest.Rollback(Ids.promotion(id).value(), application));
        return PlanJson.of(planning.plan(back, person), back.rollback());
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
        PromotionId id = start.start(body.request(), body.planHash(), body.purpose(person), person);
        return new IdempotencyKeys.Answer(201, "/api/v1/promotions/" + id, json.writeValueAsString(promotions.get(id)));
    }
}
