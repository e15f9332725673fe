package dev.tiphys.catalog.web;

import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

import dev.tiphys.catalog.FormFields;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.Transfer;
import dev.tiphys.catalog.Transfers;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;
import dev.tiphys.web.PageView;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;
import dev.tiphys.web.When;

/// What teams offer to each other, and the answers.
@Controller
class TransferController {

    static final String PATH = "/catalog/transfers";

    private final Transfers transfers;
    private final PageView view;

    TransferController(Transfers transfers, PageView view) {
        this.transfers = transfers;
        this.view = view;
    }

    @GetMapping(PATH)
    String list(Person person, PageAsk ask, Model model, HttpServletRequest request) {
        PageOf<Transfer> found = transfers.list(ask, person);
        model.addAttribute("page", new TransfersPage(found.items().stream().map(one -> row(one, person)).toList(),
                found.total(), found.hasPrevious() ? PATH + "?page=" + (found.page() - 1) : null,
                found.hasNext() ? PATH + "?page=" + (found.page() + 1) : null));
        return view.of(request, "catalog/transfers", "transfers");
    }

    record TransfersPage(List<Row> rows, long total, @Nullable String previous, @Nullable String next) {

        /// How many of these wait for the person's own answer.
        public long waiting() {
            return rows.stream().filter(row -> row.answer() != null).count();
        }
    }

    /// @param href null where the person does not see the instance
    /// @param answer the address below which it is answered; null where it is not the person's to answer
    /// @param withdraw null where it is not the person's to withdraw
    record Row(String name, String item, @Nullable String href, String from, String to, String by, When at,
            String note, Status status, String endedBy, @Nullable String answer, @Nullable String withdraw) {}

    private static Row row(Transfer one, Person person) {
        boolean theirs = one.isOpen() && person.teams().contains(one.toTeam());
        boolean own = person.teams().contains(one.fromTeam());
        boolean seen = one.state() == Transfer.State.ACCEPTED ? person.teams().contains(one.toTeam()) : own;
        return new Row(one.instanceName(), one.item() + " by " + one.provider(),
                seen ? Links.instance(one.instance()) : null, one.fromTeam(), one.toTeam(), one.offeredBy(),
                When.of(one.offeredAt()), one.note(), status(one.state()), one.endedBy(),
                theirs ? PATH + "/" + one.id() : null,
                one.isOpen() && own ? Links.instance(one.instance()) + "/transfer/withdrawal" : null);
    }

    private static Status status(Transfer.State state) {
        return switch (state) {
            case OFFERED -> new Status(State.WAIT, "Offered");
            case ACCEPTED -> new Status(State.OK, "Accepted");
            case DECLINED -> new Status(State.BAD, "Declined");
            case WITHDRAWN -> new Status(State.IDLE, "Withdrawn");
        };
    }

    @PostMapping(Links.INSTANCE + "/transfer")
    RedirectView offer(Person person, @PathVariable String id,
            @RequestParam(name = FormFields.TEAM, defaultValue = "") String team,
            @RequestParam(defaultValue = "") String note) {
        InstanceId instance = InstanceId.parse(id);
        transfers.offer(instance, team, note, person);
        return LifeController.back(instance);
    }

    @PostMapping(Links.INSTANCE + "/transfer/withdrawal")
    RedirectView withdraw(Person person, @PathVariable String id) {
        InstanceId instance = InstanceId.parse(id);
        transfers.withdraw(instance, person);
        return LifeController.back(instance);
    }

    @PostMapping(PATH + "/{id}/acceptance")
    RedirectView accept(Person person, @PathVariable UUID id) {
        return OrderController.seeOther(Links.instance(transfers.accept(id, person).instance()));
    }

    @PostMapping(PATH + "/{id}/refusal")
    RedirectView decline(Person person, @PathVariable UUID id) {
        transfers.decline(id, person);
        return OrderController.seeOther(PATH);
    }
}
