package dev.tiphys.recovery;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.PersonErased;

/// Takes the name of a person who is to be forgotten out of the holds that they began, looked at or ended.
@Component
class ErasedHolders {

    private final JdbcClient database;

    ErasedHolders(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void forget(PersonErased erased) {
        for (String name : erased.names()) {
            database.sql("update portal_hold set by_name = ? where by_name = ?").params(erased.standIn(), name)
                    .update();
            database.sql("update portal_hold set released_by = ? where released_by = ?")
                    .params(erased.standIn(), name).update();
            database.sql("update portal_hold_choice set by_name = ? where by_name = ?")
                    .params(erased.standIn(), name).update();
        }
    }
}
