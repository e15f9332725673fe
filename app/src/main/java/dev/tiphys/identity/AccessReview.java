package dev.tiphys.identity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.RememberedPeople.Remembered;

/// Answers who may do something somewhere, for one place or for all of them. The answers come from the same door as
/// every other question about rights.
@Component
public class AccessReview {

    private static final List<Permission> ON_SERVICES = List.of(Permission.PROMOTE, Permission.APPROVE,
            Permission.OPERATE);
    private static final List<Permission> ON_THE_PORTAL = List.of(Permission.VIEW, Permission.ADMINISTER,
            Permission.AUDIT);

    private final Access access;
    private final CurrentPolicy policy;
    private final RememberedPeople remembered;
    private final PortalPlaces places;
    private final ApplicationEventPublisher events;

    AccessReview(Access access, CurrentPolicy policy, RememberedPeople remembered, PortalPlaces places,
            ApplicationEventPublisher events) {
        this.access = access;
        this.policy = policy;
        this.remembered = remembered;
        this.places = places;
        this.events = events;
    }

    /// One line of the review: that a group, or somebody in it, may.
    ///
    /// @param username empty when nobody is known in the group
    public record Line(AccessQuestion question, String team, String group, String rule, String username, String name,
            String confirmedAt) {}

    public AccessAnswer ask(Person person, AccessQuestion question) {
        Scope scope = question.scope(places);
        Verdict verdict = access.may(person, question.permission(), scope);
        List<AccessAnswer.Holder> holders = remembered.all().stream()
                .filter(one -> access.may(one.person(), question.permission(), scope).allowed())
                .map(one -> new AccessAnswer.Holder(one.person().username(), one.person().name())).toList();
        return new AccessAnswer(verdict.allowed(), verdict.rule(), verdict.reason(),
                access.groupsThatMay(question.permission(), scope), holders);
    }

    /// Who can do what on what, line by line. That somebody took it is on record before the first line exists.
    public Stream<Line> review(Person reviewer) {
        access.require(reviewer, PortalAction.ACCESS_REVIEW, Scope.portal());
        events.publishEvent(ActionTaken.by(reviewer, "access.reviewed", "policy", "access").change(null,
                policy.get().version().substring(0, 12)));
        List<Remembered> people = remembered.all();
        return questions().stream().flatMap(question -> lines(question, people));
    }

    private List<AccessQuestion> questions() {
        List<AccessQuestion> questions = new ArrayList<>();
        ON_THE_PORTAL.forEach(permission -> questions.add(new AccessQuestion(permission, "", "", "")));
        for (String service : places.services()) {
            for (String environment : places.environments()) {
                ON_SERVICES.forEach(permission -> questions
                        .add(new AccessQuestion(permission, service, environment, "")));
            }
        }
        providers().forEach(provider -> questions.add(new AccessQuestion(Permission.PROVISION, "", "", provider)));
        return questions;
    }

    private Set<String> providers() {
        Set<String> providers = new LinkedHashSet<>();
        AccessPolicy written = policy.get().written();
        written.workflows().stream().map(AccessPolicy.WorkflowTie::provider).filter(one -> one != null)
                .forEach(providers::add);
        written.roles().values().stream().flatMap(role -> role.everyGrant().stream())
                .flatMap(grant -> grant.providers().stream()).filter(one -> !one.contains(Glob.ANYTHING))
                .forEach(providers::add);
        return providers;
    }

    private Stream<Line> lines(AccessQuestion question, List<Remembered> people) {
        Scope scope = question.scope(places);
        String team = scope.team() == null ? "" : scope.team();
        return access.groupsThatMay(question.permission(), scope).stream().flatMap(group -> {
            List<Line> members = people.stream().filter(one -> one.isIn(group))
                    .filter(one -> access.may(one.person(), question.permission(), scope).allowed())
                    .map(one -> line(question, team, group, one, scope)).toList();
            return members.isEmpty()
                    ? Stream.of(new Line(question, team, group, ruleOf(group, question.permission(), scope), "", "",
                            ""))
                    : members.stream();
        });
    }

    private Line line(AccessQuestion question, String team, String group, Remembered one, Scope scope) {
        return new Line(question, team, group, access.may(one.person(), question.permission(), scope).rule(),
                one.person().username(), one.person().name(), one.confirmedAt().toString());
    }

    private String ruleOf(String group, Permission permission, Scope scope) {
        Person member = new Person("", group, group, Set.of(group), policy.get().teamsOf(Set.of(group)),
                new SignedInBy.Browser());
        return access.may(member, permission, scope).rule();
    }
}
