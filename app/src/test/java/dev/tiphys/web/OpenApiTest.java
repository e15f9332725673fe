package dev.tiphys.web;

import static dev.tiphys.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.tiphys.testing.PortalTest;
import dev.tiphys.testing.TestPeople;

@PortalTest
class OpenApiTest {

    private final MockMvcTester portal;

    @Autowired
    OpenApiTest(MockMvcTester portal) {
        this.portal = portal;
    }

    @Test
    void describesTheApiAndNotThePages() {
        assertThat(portal.get().uri("/v3/api-docs").with(as(TestPeople.VIEWER))).hasStatusOk().bodyText()
                .contains("/api/v1/audit", "/api/v1/tokens", "bearer").doesNotContain("\"/audit\"", "\"person\"");
    }
}
