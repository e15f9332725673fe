package dev.tiphys.web;

import static dev.tiphys.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.tiphys.testing.PortalTest;
import dev.tiphys.testing.TestPeople;

@PortalTest
class LiveStreamTest {

    private final MockMvcTester portal;
    private final LiveTopics topics;

    @Autowired
    LiveStreamTest(MockMvcTester portal, LiveTopics topics) {
        this.portal = portal;
        this.topics = topics;
    }

    @Test
    void aBrowserHearsTheNamesOfWhatChangedOnce() throws Exception {
        MvcTestResult stream = portal.get().uri("/live").with(as(TestPeople.VIEWER)).asyncExchange();
        topics.publish("promotion-1");
        topics.publish("promotion-1");
        topics.publish("not a topic");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(text(stream)).contains("event:changed"));
        assertThat(text(stream)).contains("event:hello").containsOnlyOnce("promotion-1").doesNotContain("not a topic");
    }

    @Test
    void aBrowserHearsWhatChangedWhileItsPageWasMade() throws Exception {
        topics.publish("promotion-2");
        MvcTestResult stream = portal.get().uri("/live").with(as(TestPeople.VIEWER)).asyncExchange();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(text(stream)).contains("promotion-2"));
    }

    @Test
    void aStrangerHearsNothing() {
        assertThat(portal.get().uri("/live")).hasStatus(401);
    }

    private static String text(MvcTestResult stream) throws Exception {
        return stream.getResponse().getContentAsString();
    }
}
