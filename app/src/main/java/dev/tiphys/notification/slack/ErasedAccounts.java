package dev.tiphys.notification.slack;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.PersonErased;

/// Ends the ties of a person who is to be forgotten to their Slack accounts. What was written in Slack stays there.
@Component
class ErasedAccounts {

    private final JdbcClient database;

    ErasedAccounts(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void forget(PersonErased erased) {
        database.sql("delete from slack_account where subject = ?").param(erased.subject()).update();
    }
}
