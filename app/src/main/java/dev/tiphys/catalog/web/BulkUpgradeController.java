package dev.tiphys.catalog.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

import dev.tiphys.catalog.BulkUpgrade;
import dev.tiphys.catalog.BulkUpgrade.MemberState;
import dev.tiphys.catalog.BulkUpgrades;
import dev.tiphys.catalog.UpgradePreview;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageView;
import dev.tiphys.web.Refusal;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;
import dev.tiphys.web.When;

/// A provider's bulk upgrade: who would move, then how it goes.
@Controller
class BulkUpgradeController {

    static final String PREVIEW = Links.ITEM + "/upgrades";
    static final String BULK = "/catalog/upgrades/{id}";

    private final BulkUpgrades bulks;
    private final PageView view;

    BulkUpgradeController(BulkUpgrades bulks, PageView view) {
        this.bulks = bulks;
        this.view = view;
    }

    /// @param fields that some instances have no value for yet
    /// @param problem what is wrong with the whole; empty when nothing is
    record PreviewPage(String item, String itemHref, String post, String version, List<FormPage.FieldView> fields,
            List<UpgradePreview.Candidate> candidates, long possible, boolean more, String batch, String problem,
            List<BulkRow> history) {}

    record BulkRow(String href, String version, Status status, String by, When at) {}

    @GetMapping(PREVIEW)
    String preview(Person person, @PathVariable String provider, @PathVariable String item,
            @RequestParam Map<String, String> filled, Model model) {
        model.addAttribute("page", page(provider, item, filled, Map.of(), person));
        return "catalog/upgrade-preview";
    }

    @PostMapping(PREVIEW)
    Object start(Person person, @PathVariable String provider, @PathVariable String item,
            @RequestParam Map<String, String> filled,
            @RequestParam(required = false) @Nullable Set<UUID> instance,
            @RequestParam(defaultValue = "5") int batch, Model model, HttpServletResponse response) {
        try {
            return OrderController.seeOther("/catalog/upgrades/" + bulks.start(provider, item,
                    filled.getOrDefault("version", ""), instance == null ? Set.of() : instance,
                    given(filled), batch, person));
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", page(provider, item, filled, invalid.fields(), person));
        } catch (Refusal.Conflict notNow) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("page", page(provider, item, filled, Map.of("", notNow.reason()), person));
        }
        return "catalog/upgrade-preview";
    }

    // A field that is left empty gives nobody a value.
    private static Map<String, String> given(Map<String, String> filled) {
        Map<String, String> given = new HashMap<>(FormPages.parameters(filled));
        given.values().removeIf(String::isBlank);
        return given;
    }

    private PreviewPage page(String provider, String item, Map<String, String> filled, Map<String, String> problems,
            Person person) {
        UpgradePreview preview = bulks.preview(provider, item, given(filled), person);
        List<String> missing = preview.candidates().stream().flatMap(one -> one.missing().stream()).distinct()
                .toList();
        Map<String, String> all = given(filled);
        return new PreviewPage(preview.target().title(), Links.item(preview.target()),
                Links.item(preview.target()) + "/upgrades", preview.target().version(),
                new FormPages(filled, problems).shared(preview.action(),
                        Stream.concat(missing.stream(), all.keySet().stream()).toList()),
                preview.candidates(),
                preview.candidates().stream().filter(one -> one.missing().isEmpty() && one.whyNot().isEmpty()).count(),
                preview.more(), filled.getOrDefault("batch", "5"), String.join(" ", problems.values()),
                bulks.list(provider, item, person).stream().map(BulkUpgradeController::row).toList());
    }

    private static BulkRow row(BulkUpgrade bulk) {
        return new BulkRow("/catalog/upgrades/" + bulk.id(), bulk.toVersion(), status(bulk.state()), bulk.startedBy(),
                When.of(bulk.startedAt()));
    }

    /// @param done how many are at their end, in hundredths of all
    record BulkPage(String item, String itemHref, String version, Status status, String reason, String by, When at,
            String path, boolean running, boolean stopped, long failed, long done, int all, List<MemberRow> members,
            String live) {}

    record MemberRow(String name, String href, String team, String from, Status status, String reason) {}

    @GetMapping(BULK)
    String show(Person person, @PathVariable UUID id, Model model, HttpServletRequest request) {
        BulkUpgrade bulk = bulks.get(id, person);
        model.addAttribute("page", new BulkPage(bulk.item(), Links.item(bulk.provider(), bulk.item()),
                bulk.toVersion(), status(bulk.state()), bulk.reason(), bulk.startedBy(), When.of(bulk.startedAt()),
                "/catalog/upgrades/" + id, bulk.state() == BulkUpgrade.State.RUNNING,
                bulk.state() == BulkUpgrade.State.STOPPED, bulk.count(MemberState.FAILED),
                bulk.count(MemberState.DONE), bulk.members().size(),
                bulk.members().stream().map(BulkUpgradeController::member).toList(), "bulk-" + id));
        return view.of(request, "catalog/upgrade-progress", "bulk");
    }

    private static MemberRow member(BulkUpgrade.Member one) {
        return new MemberRow(one.name(), Links.instance(one.instance()), one.team(), one.fromVersion(),
                status(one.state()), one.reason());
    }

    private static Status status(BulkUpgrade.State state) {
        return switch (state) {
            case RUNNING -> new Status(State.RUN, "Running");
            case STOPPED -> new Status(State.BAD, "Stopped");
            case DONE -> new Status(State.OK, "Done");
        };
    }

    private static Status status(MemberState state) {
        return switch (state) {
            case WAITING -> new Status(State.IDLE, "Waiting");
            case RUNNING -> new Status(State.RUN, "Running");
            case DONE -> new Status(State.OK, "Done");
            case FAILED -> new Status(State.BAD, "Failed");
            case SKIPPED -> new Status(State.IDLE, "Left out");
        };
    }

    @PostMapping(BULK + "/stop")
    RedirectView stop(Person person, @PathVariable UUID id) {
        bulks.stop(id, person);
        return OrderController.seeOther("/catalog/upgrades/" + id);
    }

    @PostMapping(BULK + "/resume")
    RedirectView resume(Person person, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean leave) {
        bulks.resume(id, leave, person);
        return OrderController.seeOther("/catalog/upgrades/" + id);
    }
}
