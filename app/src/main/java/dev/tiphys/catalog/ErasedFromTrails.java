package dev.tiphys.catalog;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.PersonErased;

/// Takes the name of a person who is to be forgotten out of the runs that they stopped or asked for help with.
@Component
class ErasedFromTrails {

    private final JdbcClient database;

    ErasedFromTrails(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void forget(PersonErased erased) {
        database.sql("update catalog_run_stop set stopper_name = ? where stopper = ?")
                .params(erased.standIn(), erased.subject()).update();
        database.sql("update catalog_run_help set asker_name = ? where asker = ?")
                .params(erased.standIn(), erased.subject()).update();
    }
}
