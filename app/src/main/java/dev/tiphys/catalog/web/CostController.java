package dev.tiphys.catalog.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.catalog.Costs;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Csv;

/// Cost by team and month, as a page and as a file.
@Controller
class CostController {

    private static final String COSTS = Links.DESK + "/costs";

    private final Costs costs;

    CostController(Costs costs) {
        this.costs = costs;
    }

    @GetMapping(COSTS)
    String show(Person person, @PathVariable String provider, @RequestParam(defaultValue = "3") int months,
            Model model) {
        List<Costs.Line> lines = costs.list(provider, months, person);
        String path = Links.desk(provider) + "/costs";
        model.addAttribute("page", new CostPage(provider, Links.desk(provider), path + ".csv?months=" + months, months,
                List.of(1, 3, 6, 12, Costs.MOST_MONTHS), totals(lines), lines.stream().map(CostController::row)
                        .toList()));
        return "catalog/costs";
    }

    private static CostPage.Row row(Costs.Line line) {
        return new CostPage.Row(line.month().toString(), line.team(), line.item(), line.instances(), line.days(),
                line.amount().toPlainString() + " " + line.currency());
    }

    private static List<CostPage.Total> totals(List<Costs.Line> lines) {
        Map<List<String>, BigDecimal> sums = new LinkedHashMap<>();
        lines.forEach(line -> sums.merge(List.of(line.month().toString(), line.currency()), line.amount(),
                BigDecimal::add));
        return sums.entrySet().stream().map(sum -> new CostPage.Total(sum.getKey().getFirst(),
                sum.getValue().toPlainString() + " " + sum.getKey().getLast())).toList();
    }

    @GetMapping(path = COSTS + ".csv", produces = "text/csv")
    void csv(Person person, @PathVariable String provider, @RequestParam(defaultValue = "3") int months,
            HttpServletResponse response) throws IOException {
        write(costs.list(provider, months, person), provider, response);
    }

    static void write(List<Costs.Line> lines, String provider, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"costs-" + provider + ".csv\"");
        PrintWriter out = response.getWriter();
        out.write(Csv.line("month", "team", "provider", "item", "instances", "days", "amount", "currency"));
        lines.forEach(line -> out.write(Csv.line(line.month(), line.team(), provider, line.item(), line.instances(),
                line.days(), line.amount().toPlainString(), line.currency())));
    }
}
