package dev.tiphys.catalog;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;
import dev.tiphys.web.Refusal;

/// Hands instances from one team to another. The new owner has to say yes: an instance costs, and somebody answers
/// for it.
@Component
public class Transfers {

    private static final int LONGEST_NOTE = 500;

    private final TransferStore transfers;
    private final InstanceDeed deed;
    private final CatalogRights rights;
    private final TransferEnd end;
    private final Clock clock;

    Transfers(TransferStore transfers, InstanceDeed deed, CatalogRights rights, TransferEnd end, Clock clock) {
        this.transfers = transfers;
        this.deed = deed;
        this.rights = rights;
        this.end = end;
        this.clock = clock;
    }

    /// Offers it, in the place of an offer that is still open.
    @Transactional
    public void offer(InstanceId id, String team, String note, Person person) {
        deed.make(id, "catalog.transfer-offered", person, (Instance instance, ActionTaken entry) -> {
            check(instance, team, note);
            if (transfers.findOpen(instance.id()).isPresent()) {
                throw new Refusal.Conflict("It is offered already. Withdraw that offer first.");
            }
            transfers.open(UUID.randomUUID(), instance, team, note.strip(), person, clock.instant());
            return entry.change(instance.team(), team).because(note.strip());
        });
    }

    private void check(Instance instance, String team, String note) {
        if (team.equals(instance.team()) || !rights.teams().contains(team)) {
            throw new Refusal.Invalid(FormFields.TEAM, "Choose another team that there is.");
        }
        String problem = FormCheck.text(note, LONGEST_NOTE);
        if (!problem.isEmpty()) {
            throw new Refusal.Invalid("note", problem);
        }
        if (instance.status() == InstanceStatus.DELETED || instance.status() == InstanceStatus.DELETING) {
            throw new Refusal.Conflict("It is being deleted, so nobody can take it over.");
        }
    }

    /// Takes an open offer back.
    @Transactional
    public void withdraw(InstanceId id, Person person) {
        deed.make(id, "catalog.transfer-withdrawn", person, (Instance instance, ActionTaken entry) -> {
            Transfer open = transfers.findOpen(instance.id())
                    .orElseThrow(() -> new Refusal.Conflict("There is no offer that could be withdrawn."));
            end.withdraw(open, person);
            return entry.change(open.toTeam(), null);
        });
    }

    /// Makes the team the owner. Only its own people can say so.
    @Transactional
    public Transfer accept(UUID id, Person person) {
        return end.answer(id, true, person);
    }

    @Transactional
    public Transfer decline(UUID id, Person person) {
        return end.answer(id, false, person);
    }

    public Optional<Transfer> findOpen(Instance instance) {
        return transfers.findOpen(instance.id());
    }

    /// What one's teams offer and are offered: the open ones first.
    public PageOf<Transfer> list(PageAsk ask, Person person) {
        rights.requireLook(person);
        return transfers.list(person.teams(), ask);
    }
}
