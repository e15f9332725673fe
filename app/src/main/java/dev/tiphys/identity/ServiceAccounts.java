package dev.tiphys.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.web.Refusal;

/// The service accounts, managed by administrators. Each change of what they may is on record.
@Component
public class ServiceAccounts {

    private static final String SUBJECT = "service:";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int LONGEST_PURPOSE = 200;
    private static final String COLUMNS = "name, purpose, groups, created_by, created_at, disabled_at";

    private final JdbcClient database;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ServiceAccounts(JdbcClient database, Access access, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    static boolean isOne(String subject) {
        return subject.startsWith(SUBJECT);
    }

    static String subject(String name) {
        return SUBJECT + name;
    }

    @Transactional(readOnly = true)
    public List<ServiceAccount> list(Person administrator) {
        access.require(administrator, PortalAction.SERVICE_ACCOUNT_MANAGE, Scope.portal());
        return database.sql("select " + COLUMNS + " from service_account order by name")
                .query((row, n) -> account(row)).list();
    }

    @Transactional
    public ServiceAccount create(Person administrator, String name, String purpose, Set<String> groups) {
        access.require(administrator, PortalAction.SERVICE_ACCOUNT_MANAGE, Scope.portal());
        check(name, purpose);
        int made = database.sql("""
                insert into service_account (name, purpose, groups, created_by, created_at) values (?, ?, ?, ?, ?)
                on conflict (name) do nothing
                """).params(name, purpose.strip(), sorted(groups), administrator.username(),
                clock.instant().atOffset(ZoneOffset.UTC)).update();
        if (made == 0) {
            throw new Refusal.Conflict("There is a service account \"" + name + "\" already.");
        }
        events.publishEvent(ActionTaken.by(administrator, "service-account.created", "service-account", name)
                .change(null, String.join(", ", sorted(groups))).because(purpose.strip()));
        return get(name);
    }

    /// Gives it other groups; its tokens may what they give from then on.
    @Transactional
    public ServiceAccount setGroups(Person administrator, String name, Set<String> groups) {
        access.require(administrator, PortalAction.SERVICE_ACCOUNT_MANAGE, Scope.portal());
        ServiceAccount before = get(name);
        database.sql("update service_account set groups = ? where name = ?").params(sorted(groups), name).update();
        events.publishEvent(ActionTaken.by(administrator, "service-account.groups-changed", "service-account", name)
                .change(String.join(", ", before.groups()), String.join(", ", sorted(groups))));
        return get(name);
    }

    /// Ends it, and so all of its tokens.
    @Transactional
    public void disable(Person administrator, String name) {
        access.require(administrator, PortalAction.SERVICE_ACCOUNT_MANAGE, Scope.portal());
        int ended = database.sql("update service_account set disabled_at = ? where name = ? and disabled_at is null")
                .params(clock.instant().atOffset(ZoneOffset.UTC), name).update();
        if (ended == 0) {
            throw new Refusal.NotFound("There is no such service account that is still in use.");
        }
        events.publishEvent(ActionTaken.by(administrator, "service-account.disabled", "service-account", name));
    }

    /// One that is in use, by the subject of its tokens.
    Optional<ServiceAccount> findBySubject(String subject) {
        return find(subject.substring(SUBJECT.length())).filter(account -> account.disabledAt() == null);
    }

    /// One that is in use, as the owner of a new token.
    Person owner(Person administrator, String name) {
        access.require(administrator, PortalAction.SERVICE_ACCOUNT_MANAGE, Scope.portal());
        ServiceAccount account = get(name);
        if (account.disabledAt() != null) {
            throw new Refusal.Conflict("The service account \"" + name + "\" is disabled.");
        }
        return new Person(subject(name), name, "Service account " + name, Set.copyOf(account.groups()), Set.of(),
                new SignedInBy.Token("none", Set.of()));
    }

    private ServiceAccount get(String name) {
        return find(name).orElseThrow(() -> new Refusal.NotFound("There is no service account \"" + name + "\"."));
    }

    private Optional<ServiceAccount> find(String name) {
        return database.sql("select " + COLUMNS + " from service_account where name = ?").param(name)
                .query((row, n) -> account(row)).optional();
    }

    private static void check(String name, String purpose) {
        if (!NAME.matcher(name).matches()) {
            throw new Refusal.Invalid("name", "A name has lower-case letters, digits and dashes, begins with a letter "
                    + "and has at most 40 characters.");
        }
        if (purpose.isBlank() || purpose.strip().length() > LONGEST_PURPOSE) {
            throw new Refusal.Invalid("purpose", "Say in at most " + LONGEST_PURPOSE + " characters what it is for.");
        }
    }

    private static String[] sorted(Set<String> groups) {
        return new TreeSet<>(groups).toArray(String[]::new);
    }

    private static ServiceAccount account(ResultSet row) throws SQLException {
        OffsetDateTime disabled = row.getObject("disabled_at", OffsetDateTime.class);
        return new ServiceAccount(row.getString("name"), row.getString("purpose"),
                Arrays.stream((Object[]) row.getArray("groups").getArray()).map(String::valueOf).toList(),
                row.getString("created_by"), row.getObject("created_at", OffsetDateTime.class).toInstant(),
                disabled == null ? null : disabled.toInstant());
    }
}
