package dev.tiphys.identity;

import java.util.Set;
import java.util.TreeSet;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// People who were forgotten: numbers them, and forgets what sign-in and tokens know of them.
@Component
public class ErasedPeople {

    private final JdbcClient database;

    ErasedPeople(JdbcClient database) {
        this.database = database;
    }

    /// What the person is called from now on; the same for each time they are erased.
    public String standIn(String subject) {
        database.sql("insert into erased_person (subject) values (?) on conflict do nothing").param(subject).update();
        return "Erased person " + database.sql("select number from erased_person where subject = ?").param(subject)
                .query(Integer.class).single();
    }

    /// The names that sign-in knows of the person.
    public Set<String> names(String subject) {
        return new TreeSet<>(database.sql("""
                select name from known_person where subject = :subject
                union select name from signed_in_session where subject = :subject
                union select person_name from api_token where subject = :subject
                """).param("subject", subject).query((row, n) -> row.getString(1)).list());
    }

    /// They are signed out, and their tokens end: what is good for somebody bears their name.
    @EventListener
    void forget(PersonErased erased) {
        String standIn = erased.standIn();
        database.sql("""
                update known_person set name = ?, username = lower(replace(?, ' ', '-')), groups = '{}'
                where subject = ?
                """).params(standIn, standIn, erased.subject()).update();
        database.sql("delete from provider_grant where subject = ?").param(erased.subject()).update();
        database.sql("""
                delete from spring_session where session_id in
                    (select session_id from signed_in_session where subject = ?)
                """).param(erased.subject()).update();
        database.sql("delete from signed_in_session where subject = ?").param(erased.subject()).update();
        database.sql("""
                update api_token set person_name = ?, username = lower(replace(?, ' ', '-')),
                    revoked_at = coalesce(revoked_at, now()) where subject = ?
                """).params(standIn, standIn, erased.subject()).update();
    }
}
