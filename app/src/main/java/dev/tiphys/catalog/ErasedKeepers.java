package dev.tiphys.catalog;

import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.PersonErased;

/// Takes the name of a person who is to be forgotten out of what they decided about instances.
@Component
class ErasedKeepers {

    private static final List<String> NAMES = List.of(
            "update catalog_instance set delete_by_name = ? where delete_by = ?",
            "update catalog_transfer set offered_by_name = ? where offered_by = ?",
            "update catalog_transfer set ended_by_name = ? where ended_by = ?",
            "update catalog_reading set requester_name = ? where requester = ?",
            "update catalog_bulk_upgrade set started_by_name = ? where started_by = ?");

    private final JdbcClient database;

    ErasedKeepers(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void forget(PersonErased erased) {
        NAMES.forEach(name -> database.sql(name).params(erased.standIn(), erased.subject()).update());
    }
}
