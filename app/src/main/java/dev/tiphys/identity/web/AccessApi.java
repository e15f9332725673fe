package dev.tiphys.identity.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.AccessAnswer;
import dev.tiphys.identity.AccessQuestion;
import dev.tiphys.identity.AccessReview;
import dev.tiphys.identity.Entitlement;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PolicyBook;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.web.Csv;
import dev.tiphys.web.Refusal;

/// What one may do, and who may do something: the JSON twin of the page, and the review as CSV.
@RestController
@RequestMapping("/api/v1/access")
@Tag(name = "Access")
class AccessApi {

    private final Access access;
    private final AccessReview review;
    private final PolicyBook book;

    AccessApi(Access access, AccessReview review, PolicyBook book) {
        this.access = access;
        this.review = review;
        this.book = book;
    }

    /// @param policyVersion the hash of the policy that these answers come from
    /// @param answer to what was asked; null when only one's own rights were
    record AccessJson(String username, List<String> teams, List<String> roles, String policyVersion,
            List<EntitlementJson> permissions, @Nullable AccessAnswer answer) {}

    /// One permission by one rule; patterns as in the policy.
    record EntitlementJson(String permission, boolean denied, String rule, List<String> services, List<String> teams,
            List<String> environments, List<String> providers, boolean lent) {

        static EntitlementJson of(Entitlement one) {
            return new EntitlementJson(one.permission().word(), one.denied(), one.rule(),
                    List.copyOf(one.services()), List.copyOf(one.teams()), List.copyOf(one.environments()),
                    List.copyOf(one.providers()), one.lent());
        }
    }

    @GetMapping
    AccessJson show(Person person, @RequestParam(required = false) @Nullable String permission,
            @RequestParam(defaultValue = "") String service, @RequestParam(defaultValue = "") String environment,
            @RequestParam(defaultValue = "") String provider) {
        access.requireAnywhere(person, PortalAction.ACCESS_SEE);
        AccessAnswer answer = permission == null
                ? null
                : review.ask(person, new AccessQuestion(permission(permission), service, environment, provider));
        return new AccessJson(person.username(), person.teams().stream().sorted().toList(), access.rolesOf(person),
                book.state().version(), access.entitlementsOf(person).stream().map(EntitlementJson::of).toList(),
                answer);
    }

    static Permission permission(String word) {
        return Permission.find(word).orElseThrow(
                () -> new Refusal.Invalid("permission", "There is no such permission. Choose one of "
                        + String.join(", ", Stream.of(Permission.values()).map(Permission::word).toList())
                        + "."));
    }

    @GetMapping(path = "/review.csv", produces = "text/csv")
    void review(Person person, HttpServletResponse response) throws IOException {
        Stream<AccessReview.Line> lines = review.review(person);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"access-review.csv\"");
        PrintWriter out = response.getWriter();
        out.write(Csv.line("permission", "service", "environment", "provider", "team", "group", "rule", "username",
                "name", "groups confirmed at"));
        lines.forEach(line -> out.write(Csv.line(line.question().permission().word(),
                line.question().service(), line.question().environment(), line.question().provider(), line.team(),
                line.group(), line.rule(), line.username(), line.name(), line.confirmedAt())));
    }
}
