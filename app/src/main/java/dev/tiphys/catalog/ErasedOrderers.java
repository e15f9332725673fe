package dev.tiphys.catalog;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.PersonErased;

/// Takes the name of a person who is to be forgotten out of what they ordered and did.
@Component
class ErasedOrderers {

    private final JdbcClient database;

    ErasedOrderers(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void forget(PersonErased erased) {
        database.sql("update catalog_instance set requester_name = ?, requester_erased = true where requester = ?")
                .params(erased.standIn(), erased.subject()).update();
        database.sql("update catalog_share set shared_by_name = ? where shared_by = ?")
                .params(erased.standIn(), erased.subject()).update();
        database.sql("update catalog_bulk set person_name = ?, on_behalf = '{}' where person = ?")
                .params(erased.standIn(), erased.subject()).update();
        database.sql("update catalog_line set paused_by_name = ? where paused_by = ?")
                .params(erased.standIn(), erased.subject()).update();
        database.sql("update catalog_run set requester_name = ? where requester = ?")
                .params(erased.standIn(), erased.subject()).update();
    }
}
