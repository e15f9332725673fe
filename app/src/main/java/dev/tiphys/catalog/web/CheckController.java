package dev.tiphys.catalog.web;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import dev.tiphys.catalog.ContractFinding;
import dev.tiphys.catalog.ProviderChecks;
import dev.tiphys.identity.Person;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;

/// What is wrong with a provider's templates and sheets, for its people.
@Controller
class CheckController {

    private final ProviderChecks checks;

    CheckController(ProviderChecks checks) {
        this.checks = checks;
    }

    /// @param errors how many keep something from working
    record CheckPage(String provider, String newItem, long errors, long warnings, List<Row> rows) {}

    record Row(Status level, String item, String place, String what, String remedy) {}

    @GetMapping(Links.CHECK)
    String page(Person person, @PathVariable String provider, Model model) {
        List<ContractFinding> findings = checks.check(provider, person);
        long errors = findings.stream().filter(one -> one.level() == ContractFinding.Level.ERROR).count();
        model.addAttribute("page", new CheckPage(provider, "/catalog/providers/" + provider + "/new-item", errors,
                findings.size() - errors, findings.stream().map(CheckController::row).toList()));
        return "catalog/check";
    }

    private static Row row(ContractFinding finding) {
        Status level = switch (finding.level()) {
            case ERROR -> new Status(State.BAD, "Error");
            case WARNING -> new Status(State.WAIT, "Warning");
        };
        return new Row(level, finding.item(), finding.place(), finding.what(), finding.remedy());
    }
}
