package dev.tiphys.notification.slack;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.identity.Scope;
import dev.tiphys.identity.SignedInBy;
import dev.tiphys.web.Refusal;

/// Ties Slack accounts to people, by a link that only the account's holder gets and that only a signed-in person
/// can confirm.
@Component
public class AccountLinks {

    private final OneTimeLinks links;
    private final SlackAccountQueries accounts;
    private final Access access;
    private final SlackRecord record;
    private final SlackSwitch slack;

    AccountLinks(OneTimeLinks links, SlackAccountQueries accounts, Access access, SlackRecord record,
            SlackSwitch slack) {
        this.links = links;
        this.accounts = accounts;
        this.access = access;
        this.record = record;
        this.slack = slack;
    }

    /// Whether Slack takes part at all.
    public boolean isOn() {
        return slack.isOn();
    }

    /// The account that the link speaks of. Looking changes nothing.
    ///
    /// @throws Refusal.Conflict when the link has expired or was used
    public SlackAccount look(String token, Person person) {
        SlackUser account = account(goodLink(token));
        return new SlackAccount(account.team(), account.id(), account.name(), person.subject(), person.name(),
                slack.now());
    }

    /// Ties the account to the person, once.
    @Transactional
    public SlackAccount link(String token, Person person) {
        OneTimeLink link = goodLink(token);
        SlackUser account = account(link);
        try {
            link(link, account, person);
        } catch (Refusal refusal) {
            record.noteAside(ActionTaken.by(person, "slack.linked", "slack", account.key())
                    .refused(refusal.reason()));
            throw refusal;
        }
        record.note(ActionTaken.by(person, "slack.linked", "slack", account.key()).change(null, person.subject()));
        return accounts.find(account.team(), account.id()).orElseThrow();
    }

    private void link(OneTimeLink link, SlackUser account, Person person) {
        if (!access.mayAnywhere(person, PortalAction.SLACK_LINK)
                || !(person.signedInBy() instanceof SignedInBy.Browser)) {
            throw new Refusal.NotAllowed("Sign in with a browser to link a Slack account.");
        }
        if (!links.use(link, person.subject())) {
            throw usedUp();
        }
        if (!accounts.add(account, person)) {
            boolean own = accounts.find(account.team(), account.id())
                    .filter(found -> found.subject().equals(person.subject())).isPresent();
            throw new Refusal.Conflict(own
                    ? "This Slack account is linked to you already."
                    : "This Slack account is linked to somebody else. They, or an administrator, have to unlink it.");
        }
    }

    /// The person's own accounts; for an administrator those of everybody.
    public List<SlackAccount> list(Person person) {
        return maySeeAll(person) ? accounts.list() : accounts.listOf(person.subject());
    }

    /// Ends the tie. From then on presses of that account decide nothing.
    @Transactional
    public void unlink(String team, String user, Person person) {
        if (!access.mayAnywhere(person, PortalAction.SLACK_LINK)) {
            throw new Refusal.NotAllowed("Only people who may see something have linked accounts.");
        }
        Optional<SlackAccount> found = accounts.find(team, user)
                .filter(account -> account.subject().equals(person.subject()) || maySeeAll(person));
        SlackAccount account = found.orElseThrow(
                () -> new Refusal.NotFound("You have linked no Slack account " + team + "/" + user + "."));
        if (!accounts.remove(account)) {
            throw new Refusal.Conflict("It was unlinked just now. Nothing was changed.");
        }
        record.note(ActionTaken.by(person, "slack.unlinked", "slack", team + "/" + user)
                .change(account.subject(), null));
    }

    private boolean maySeeAll(Person person) {
        return access.may(person, PortalAction.SLACK_UNLINK, Scope.portal()).allowed();
    }

    private OneTimeLink goodLink(String token) {
        return links.find(token).filter(link -> link.links().isPresent() && link.isGoodAt(slack.now()))
                .orElseThrow(AccountLinks::usedUp);
    }

    private static SlackUser account(OneTimeLink link) {
        return link.links().orElseThrow();
    }

    private static Refusal.Conflict usedUp() {
        return new Refusal.Conflict("This link has been used or is older than 15 minutes. Press a button in Slack"
                + " again, and you get another one.");
    }
}
