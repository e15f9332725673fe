package dev.tiphys.notification.slack;

import java.time.Clock;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.approval.ApprovalId;
import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.Approvals;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.Scope;
import dev.tiphys.identity.Verdict;
import dev.tiphys.web.Refusal;

/// Decides requests through one-time links. Opening one never decides, however often it is done and by whom; it only
/// makes the link that person's who opens it first and may decide.
@Component
public class DecisionLinks {

    private final OneTimeLinks links;
    private final Approvals approvals;
    private final SlackListener messages;
    private final SlackRecord record;
    private final Clock clock;

    DecisionLinks(OneTimeLinks links, Approvals approvals, SlackListener messages, SlackRecord record, Clock clock) {
        this.links = links;
        this.approvals = approvals;
        this.messages = messages;
        this.record = record;
        this.clock = clock;
    }

    /// A request as the holder of a link sees it.
    ///
    /// @param verdict whether they may decide it
    public record Opened(ApprovalView request, Verdict verdict) {

        public boolean isDecidable() {
            return verdict.allowed() && !request.state().isFinal();
        }
    }

    /// @throws Refusal.Conflict when the link has expired or was used
    /// @throws Refusal.NotAllowed when it is somebody else's
    @Transactional
    public Opened open(String token, Person person) {
        OneTimeLink link = goodLink(token);
        ApprovalId request = link.decides().orElseThrow();
        requireOwn(link, request, person);
        Opened opened = opened(request, person);
        if (opened.isDecidable() && link.openedAt() == null) {
            bind(link, request, person);
        }
        return opened;
    }

    private void bind(OneTimeLink link, ApprovalId request, Person person) {
        if (!links.bind(link, person.subject())) {
            throw new Refusal.Conflict("Somebody else opened this link in the same moment. The message in Slack has"
                    + " another one.");
        }
        record.note(ActionTaken.by(person, "slack.opened", "approval", request.toString()));
        // The next reader of the channel needs a link of their own.
        messages.refresh(request);
    }

    /// What the link's request touches, for whoever has to confirm the person first.
    ///
    /// @throws Refusal.Conflict when the link has expired or was used
    public Scope scope(String token) {
        return approvals.get(goodLink(token).decides().orElseThrow()).wish().scope();
    }

    /// The person's word; it uses the link up. When it is refused the link stays good.
    @Transactional
    public ApprovalView decide(String token, Approvals.Word word, String reason, Person person) {
        OneTimeLink link = goodLink(token);
        ApprovalId request = link.decides().orElseThrow();
        requireOwn(link, request, person);
        if (!links.use(link, person.subject())) {
            throw usedUp();
        }
        return approvals.decide(request, word, reason, person);
    }

    private Opened opened(ApprovalId request, Person person) {
        ApprovalView view = approvals.get(request);
        return new Opened(view, approvals.mayDecide(view, person));
    }

    private void requireOwn(OneTimeLink link, ApprovalId request, Person person) {
        if (!link.isFor(person.subject())) {
            String why = "This link is somebody else's. The message in Slack has another one.";
            record.noteAside(ActionTaken.by(person, "slack.opened", "approval", request.toString()).refused(why));
            throw new Refusal.NotAllowed(why);
        }
    }

    private OneTimeLink goodLink(String token) {
        return links.find(token).filter(link -> link.decides().isPresent() && link.isGoodAt(clock.instant()))
                .orElseThrow(DecisionLinks::usedUp);
    }

    private static Refusal.Conflict usedUp() {
        return new Refusal.Conflict("This link has been used or has expired. The message in Slack has another one while"
                + " there is something to decide; the request is also in the portal's inbox.");
    }
}
