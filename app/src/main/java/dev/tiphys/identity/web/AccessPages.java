package dev.tiphys.identity.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.AccessAnswer;
import dev.tiphys.identity.AccessQuestion;
import dev.tiphys.identity.AccessReview;
import dev.tiphys.identity.Entitlement;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PolicyBook;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.identity.PortalPlaces;
import dev.tiphys.identity.Scope;
import dev.tiphys.identity.WorkflowGuard;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;

/// Makes the page "my access".
@Component
class AccessPages {

    private static final int SHORT = 12;

    private final Access access;
    private final AccessReview review;
    private final WorkflowGuard workflows;
    private final PortalPlaces places;
    private final PolicyBook book;

    AccessPages(Access access, AccessReview review, WorkflowGuard workflows, PortalPlaces places, PolicyBook book) {
        this.access = access;
        this.review = review;
        this.workflows = workflows;
        this.places = places;
        this.book = book;
    }

    AccessPage page(Person person, String permission, String service, String environment) {
        String wanted = permission.isEmpty() ? Permission.APPROVE.word() : AccessApi.permission(permission).word();
        AccessPage.Form form = new AccessPage.Form(
                choices(Stream.of(Permission.values()).map(Permission::word).toList(), wanted), places.services(),
                choices(places.environments(), environment), service);
        AccessPage.Answer answer = permission.isEmpty()
                ? null
                : answer(review.ask(person,
                        new AccessQuestion(AccessApi.permission(permission), service, environment, "")));
        return new AccessPage(person.name(), person.username(), words(access.rolesOf(person)),
                words(person.teams().stream().sorted().toList()), book.state().version().substring(0, SHORT),
                access.entitlementsOf(person).stream().map(AccessPages::row).toList(), workplaces(person), form,
                answer, access.may(person, PortalAction.ACCESS_REVIEW, Scope.portal()).allowed());
    }

    private static List<AccessPage.Choice> choices(List<String> values, String chosen) {
        return values.stream().map(value -> new AccessPage.Choice(value, value.equals(chosen))).toList();
    }

    private List<AccessPage.Workplace> workplaces(Person person) {
        return workflows.openTo(person).stream()
                .flatMap(tie -> tie.namespaces().stream().map(namespace -> new AccessPage.Workplace(namespace,
                        String.join(", ", tie.serviceAccounts()),
                        tie.provider() == null ? "team " + tie.team() : "provider " + tie.provider())))
                .toList();
    }

    private static AccessPage.Row row(Entitlement one) {
        Status status = one.denied()
                ? new Status(State.BAD, "forbidden")
                : one.lent() ? new Status(State.OK, "allowed") : new Status(State.IDLE, "not lent");
        return new AccessPage.Row(one.permission().word(), status, where(one), one.rule());
    }

    private static String where(Entitlement one) {
        List<String> parts = new ArrayList<>();
        add(parts, one.services(), "service");
        add(parts, one.teams(), "team");
        add(parts, one.environments(), "environment");
        add(parts, one.providers(), "provider");
        return parts.isEmpty()
                ? "everywhere"
                : String.join("; ", parts).replace("team @own", "own teams").replace("@own", "own ones");
    }

    private static void add(List<String> parts, Collection<String> patterns, String noun) {
        if (!patterns.contains("*")) {
            parts.add(noun + (patterns.size() == 1 ? " " : "s ") + String.join(", ", patterns));
        }
    }

    private static AccessPage.@Nullable Answer answer(AccessAnswer answer) {
        Status status = answer.allowed() ? new Status(State.OK, "You may") : new Status(State.WAIT, "You may not");
        return new AccessPage.Answer(status, answer.reason(), String.join(", ", answer.groups()),
                answer.people().stream().map(one -> one.name() + " (" + one.username() + ")").toList());
    }

    private static String words(List<String> names) {
        return names.isEmpty() ? "–" : String.join(", ", names);
    }
}
