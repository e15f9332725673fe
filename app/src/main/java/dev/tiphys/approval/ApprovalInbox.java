package dev.tiphys.approval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.identity.Scope;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// The requests as one person sees them: what they can decide or review, what they asked for, and the rest they
/// may see.
@Component
public class ApprovalInbox {

    private final ApprovalQueries queries;
    private final ApprovalViews views;
    private final DecisionRule rule;
    private final BreakGlass breakGlass;
    private final Access access;

    ApprovalInbox(ApprovalQueries queries, ApprovalViews views, DecisionRule rule, BreakGlass breakGlass,
            Access access) {
        this.queries = queries;
        this.views = views;
        this.rule = rule;
        this.breakGlass = breakGlass;
        this.access = access;
    }

    /// Which requests are looked at.
    public enum Box {
        /// What this person can decide or review now.
        FOR_ME,
        /// What this person asked for.
        MINE,
        /// Everything that is open, and what waits for a review.
        OPEN,
        /// Everything that has ended.
        DECIDED;

        /// The word of addresses, such as `for-me`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// The box of that word; the first one for any other.
        public static Box of(String word) {
            return Stream.of(values()).filter(box -> box.word().equals(word)).findFirst().orElse(FOR_ME);
        }
    }

    public PageOf<ApprovalView> list(Box box, Person person, PageAsk ask) {
        return switch (box) {
            case FOR_ME -> PageOf.from(forMe(person), ask);
            case MINE -> new PageOf<>(views.of(queries.of(person.subject(), ask.size(), ask.offset())), ask.page(),
                    ask.size(), queries.countOf(person.subject()));
            case OPEN -> PageOf.from(visible(pending(), person), ask);
            case DECIDED -> new PageOf<>(visible(views.of(queries.ended(ask.size(), ask.offset())), person),
                    ask.page(), ask.size(), queries.countEnded());
        };
    }

    /// What this person can decide or review now. Their own requests wait for others.
    public List<ApprovalView> forMe(Person person) {
        if (!access.mayAnywhere(person, PortalAction.APPROVAL_DECIDE)) {
            return List.of();
        }
        return pending().stream().filter(waitsFor(person)).toList();
    }

    private Predicate<ApprovalView> waitsFor(Person person) {
        return request -> request.state().isFinal()
                ? breakGlass.mayReview(request, person).allowed()
                : rule.mayDecide(request, person).allowed();
    }

    private List<ApprovalView> pending() {
        List<ApprovalQueries.Row> rows = new ArrayList<>(queries.toReview());
        rows.addAll(queries.open());
        return views.of(rows);
    }

    private List<ApprovalView> visible(List<ApprovalView> requests, Person person) {
        return requests.stream()
                .filter(request -> access.may(person, PortalAction.APPROVAL_SEE, request.wish().scope()).allowed())
                .toList();
    }

    /// What these requests touch, each scope once; of a request that does not exist nothing.
    public Set<Scope> scopes(Collection<ApprovalId> ids) {
        return ids.stream().flatMap(id -> views.find(id.value()).stream()).map(request -> request.wish().scope())
                .collect(Collectors.toSet());
    }

    /// A request, for somebody who may see it.
    public ApprovalView get(ApprovalId id, Person person) {
        ApprovalView request = views.get(id);
        access.require(person, PortalAction.APPROVAL_SEE, request.wish().scope());
        return request;
    }
}
