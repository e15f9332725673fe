package dev.tiphys.promotion;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

import dev.tiphys.promotion.plan.Gate;
import dev.tiphys.promotion.plan.Plan;

/// A plan as it is kept in the database.
final class PlanText {

    private static final JsonMapper JSON = JsonMapper.builder().addMixIn(Gate.class, GateByWord.class)
            .registerSubtypes(new NamedType(Gate.AtOnce.class, "none"), new NamedType(Gate.Approval.class, "approval"))
            .build();

    private PlanText() {
    }

    static String write(Plan plan) {
        return JSON.writeValueAsString(plan);
    }

    static Plan read(String text) {
        return JSON.readValue(text, Plan.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "gate")
    private interface GateByWord {}
}
