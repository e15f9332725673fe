package dev.tiphys.web;

import static dev.tiphys.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.tiphys.testing.PortalTest;
import dev.tiphys.testing.TestPeople;

/// The portal of the test is one replica; the other one is its relay alone.
@PortalTest
class LiveRelayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MockMvcTester portal;
    private final JdbcClient database;
    private final LiveBrowsers otherBrowsers = new LiveBrowsers();
    private final LiveRelay other;

    @Autowired
    LiveRelayTest(MockMvcTester portal, JdbcClient database, DataSource dataSource) {
        this.portal = portal;
        this.database = database;
        this.other = new LiveRelay(otherBrowsers, dataSource, database);
    }

    @BeforeEach
    void startTheOther() {
        other.start();
        await("both listen").atMost(PATIENCE).until(() -> listening() == 2);
    }

    @AfterEach
    void stopTheOther() {
        other.stop();
        otherBrowsers.close();
        await("one is left").atMost(PATIENCE).until(() -> listening() == 1);
    }

    @Test
    void whatChangedOnOneReplicaIsHeardOnTheOtherOnce() throws Exception {
        MvcTestResult stream = portal.get().uri("/live").with(as(TestPeople.VIEWER)).asyncExchange();
        other.publish("promotion-7");
        other.publish("promotion-7");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(text(stream)).contains("promotion-7"));
        assertThat(text(stream)).containsOnlyOnce("promotion-7");
    }

    @Test
    void aReplicaThatLostItsConnectionTellsItsBrowsersToFetchEverything() throws Exception {
        MvcTestResult stream = portal.get().uri("/live").with(as(TestPeople.VIEWER)).asyncExchange();
        database.sql("select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %'"
                + " and datname = current_database()").query((row, number) -> number).list();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(text(stream)).contains("event:refresh"));
        await("both listen again").atMost(PATIENCE).until(() -> listening() == 2);
        other.publish("promotion-8");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(text(stream)).contains("promotion-8"));
    }

    private int listening() {
        return database.sql("select count(*) from pg_stat_activity where query ilike 'listen %'"
                + " and datname = current_database()").query(Integer.class).single();
    }

    private static String text(MvcTestResult stream) throws Exception {
        return stream.getResponse().getContentAsString();
    }
}
