package dev.tiphys.promotion;

import java.util.Locale;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.PersonErased;

/// Takes the name of a person who is to be forgotten out of the promotions in which they took part.
@Component
class ErasedRequesters {

    private static final String TAKEN_PART = """
             in (select id from promotion where requester = :subject
                 union select promotion from promotion_decision where by_subject = :subject)""";

    private final JdbcClient database;

    ErasedRequesters(JdbcClient database) {
        this.database = database;
    }

    // The version of the row grows, so that nobody who has read the name writes it back.
    @EventListener
    void forget(PersonErased erased) {
        erased.names().forEach(name -> forget(name, erased));
        update("update promotion set requester_name = :standIn, row_version = row_version + 1"
                + " where requester = :subject", "", erased);
        database.sql("""
                update promotion set manifest = regexp_replace(manifest,
                        '("name" *: *"requester" *, *"value" *: *)"[^"]*"', '\\1"' || :username || '"'),
                    manifest_yaml = regexp_replace(manifest_yaml,
                        '(name: requester, value: )(''[^'']*''|[^,}'']*)', '\\1' || :username),
                    hera = regexp_replace(hera, '("requester": )"[^"]*"', '\\1"' || :username || '"')
                where requester = :subject
                """).param("username", erased.standIn().toLowerCase(Locale.ROOT).replace(' ', '-'))
                .param("subject", erased.subject()).update();
        update("update promotion_decision set by_name = :standIn where by_subject = :subject", "", erased);
        update("update promotion_target set taken_by_name = :standIn where taken_by = :subject", "", erased);
    }

    private void forget(String name, PersonErased erased) {
        update("update promotion_transition set who = replace(who, :name, :standIn),"
                + " why = replace(why, :name, :standIn) where promotion " + TAKEN_PART, name, erased);
        update("update promotion set reason = replace(reason, :name, :standIn),"
                + " note = replace(note, :name, :standIn), row_version = row_version + 1 where id " + TAKEN_PART, name,
                erased);
        // Who skipped a target stands in what its workflow says of it.
        update("update promotion_target set reason = replace(reason, :name, :standIn) where promotion " + TAKEN_PART,
                name, erased);
        update("update announced_version set announced_by = :standIn where announced_by = :name", name, erased);
    }

    private void update(String change, String name, PersonErased erased) {
        database.sql(change).param("standIn", erased.standIn()).param("subject", erased.subject()).param("name", name)
                .update();
    }
}
