package dev.tiphys.approval;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.PersonErased;

/// Takes the name of a person who is to be forgotten out of requests, what happened to them, votes and absences.
@Component
class ErasedDeciders {

    private final JdbcClient database;

    ErasedDeciders(JdbcClient database) {
        this.database = database;
    }

    // The version of the row grows, so that nobody who has read the name writes it back.
    @EventListener
    void forget(PersonErased erased) {
        update("""
                update approval_request set row_version = row_version + 1,
                    wish = jsonb_set(wish::jsonb, '{requester,name}', to_jsonb(cast(:standIn as text)))::text
                where requester = :subject""", "", erased);
        update("update approval_request set taken_by_name = :standIn, row_version = row_version + 1"
                + " where taken_by = :subject", "", erased);
        update("update approval_step set by_name = :standIn where by_subject = :subject", "", erased);
        update("update approval_vote set name = :standIn where person = :subject", "", erased);
        update("update approval_absence set absent_name = :standIn where absent = :subject", "", erased);
        update("update approval_absence set substitute_name = :standIn where substitute = :subject", "", erased);
        for (String name : erased.names()) {
            update("update approval_vote set for_name = :standIn where for_name = :name", name, erased);
            update("update approval_step set words = :standIn where kind = 'DELEGATED' and words = 'for ' || :name",
                    name, new PersonErased(erased.subject(), erased.names(), "for " + erased.standIn()));
        }
    }

    private void update(String change, String name, PersonErased erased) {
        database.sql(change).param("standIn", erased.standIn()).param("subject", erased.subject()).param("name", name)
                .update();
    }
}
