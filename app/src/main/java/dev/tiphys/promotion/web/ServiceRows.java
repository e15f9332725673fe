package dev.tiphys.promotion.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.fleet.Environment;
import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.fleet.FleetSnapshot;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.web.HomePage.Cell;
import dev.tiphys.promotion.web.HomePage.Row;

/// Draws the line of a service: one cell per environment and what can be done with it.
record ServiceRows(FleetSnapshot fleet, List<PromotionView> running, Rights rights, Instant now) {

    Row row(String service) {
        List<FleetApplication> applications = fleet.applicationsOf(service);
        List<PromotionView> moving = running.stream().filter(promotion -> promotion.service().equals(service)).toList();
        Cells cells = new Cells(ahead(applications), moving, now);
        List<Cell> drawn = fleet.environments().stream()
                .map(environment -> cells.cell(environment.name(), in(environment, applications))).toList();
        String promote = promote(service, drawn);
        return new Row(service, team(applications), drawn, isUpToDate(drawn), promote, Links.service(service),
                promote == null ? denied(service, drawn) : "");
    }

    private String denied(String service, List<Cell> cells) {
        return cells.stream().filter(cell -> !cell.isEmpty()).findFirst()
                .map(cell -> rights.whyNotPromote(service, cell.environment())).orElse("It runs nowhere.");
    }

    /// The version of the first environment that has one.
    private String ahead(List<FleetApplication> applications) {
        return fleet.environments().stream().map(environment -> in(environment, applications))
                .filter(targets -> !targets.isEmpty()).findFirst().map(targets -> Cells.leading(targets, ""))
                .orElse("");
    }

    private static List<FleetApplication> in(Environment environment, List<FleetApplication> applications) {
        return applications.stream().filter(application -> application.environment().equals(environment.name()))
                .toList();
    }

    private static String team(List<FleetApplication> applications) {
        return applications.stream().map(FleetApplication::team).filter(team -> !team.isEmpty()).findFirst().orElse("");
    }

    private static boolean isUpToDate(List<Cell> cells) {
        return cells.stream().allMatch(cell -> cell.tint().isEmpty());
    }

    private @Nullable String promote(String service, List<Cell> cells) {
        boolean may = cells.stream()
                .anyMatch(cell -> !cell.isEmpty() && rights.mayPromote(service, cell.environment()));
        return may ? Links.newPromotion(service) : null;
    }
}
