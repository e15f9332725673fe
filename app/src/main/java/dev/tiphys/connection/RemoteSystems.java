package dev.tiphys.connection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.Scope;

/// The remote systems as they were when they were last looked at. Nothing here calls any of them.
@Component
public class RemoteSystems {

    private final ConnectionChecks checks;
    private final Access access;
    private final ApplicationEventPublisher events;

    RemoteSystems(ConnectionChecks checks, Access access, ApplicationEventPublisher events) {
        this.checks = checks;
        this.access = access;
        this.events = events;
    }

    /// A token of the portal with the system that it is shown to.
    ///
    /// @param rights what it may do there, as far as it was asked
    public record Credential(String id, String name, PortalToken token, List<TokenRight> rights) {

        public Credential {
            rights = List.copyOf(rights);
        }
    }

    /// All of them, for an administrator.
    public List<ConnectionView> list(Person person) {
        access.require(person, Permission.ADMINISTER, Scope.portal());
        return checks.views();
    }

    /// The portal's tokens, for an administrator.
    public List<Credential> listCredentials(Person person) {
        access.require(person, Permission.ADMINISTER, Scope.portal());
        Map<String, ConnectionView> views = checks.views().stream()
                .collect(Collectors.toMap(ConnectionView::id, view -> view));
        return checks.probes().stream().flatMap(probe -> probe.token().stream().map(token -> new Credential(probe.id(),
                probe.name(), token, Optional.ofNullable(views.get(probe.id())).map(ConnectionView::rights)
                        .orElse(List.of()))))
                .toList();
    }

    /// The version that each system told last, by its id; one that told none is absent.
    public Map<String, String> versions() {
        return checks.views().stream().filter(view -> !view.version().isEmpty())
                .collect(Collectors.toMap(ConnectionView::id, ConnectionView::version));
    }

    /// How many of them cannot be used now, for the badge.
    public int countUnreachable() {
        return (int) checks.views().stream()
                .filter(view -> view.standing() == ConnectionView.Standing.UNREACHABLE).count();
    }

    /// Has all of them looked at now; the page learns the outcome when it is there.
    @Transactional
    public void checkNow(Person person) {
        access.require(person, Permission.ADMINISTER, Scope.portal());
        events.publishEvent(ActionTaken.by(person, "connection.checked", "portal", "connections"));
        checks.now();
    }
}
