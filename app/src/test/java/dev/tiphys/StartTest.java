package dev.tiphys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.tiphys.testing.PortalTest;
import dev.tiphys.testing.TestPeople;

@PortalTest
class StartTest {

    private final MockMvcTester portal;

    @Autowired
    StartTest(MockMvcTester portal) {
        this.portal = portal;
    }

    @Test
    void healthAnswersWithoutSignIn() {
        assertThat(portal.get().uri("/actuator/health")).hasStatusOk();
    }

    @Test
    void anUnknownAddressIsAPageWithTheFrame() {
        assertThat(portal.get().uri("/nowhere").with(TestPeople.as(TestPeople.VIEWER))).hasStatus(404).bodyText()
                .contains("Not found", "The viewer", "Sign out");
    }
}
