package dev.tiphys.web;

import static dev.tiphys.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.tiphys.testing.PortalTest;
import dev.tiphys.testing.TestPeople;

@PortalTest
class SettingsSectionsTest {

    private final MockMvcTester portal;

    @Autowired
    SettingsSectionsTest(MockMvcTester portal) {
        this.portal = portal;
    }

    @Test
    void theSettingsLeadToTheFirstPageThatThePersonMaySee() {
        assertThat(portal.get().uri("/settings").with(as(TestPeople.ADMIN))).hasStatus3xxRedirection()
                .hasHeader("Location", "/settings/connections");
    }

    @Test
    void everySettingsPageHasTheOthersAtItsLeft() {
        assertThat(portal.get().uri("/settings/connections").with(as(TestPeople.ADMIN))).hasStatusOk().bodyText()
                .contains("settings__nav", "href=\"/settings/connections\" aria-current=\"page\"",
                        "href=\"/settings/credentials\"");
    }

    @Test
    void whoMayNotAdministerDoesNotSeeTheAdministratorsPages() {
        assertThat(portal.get().uri("/audit").with(as(TestPeople.APPROVER))).hasStatusOk().bodyText()
                .doesNotContain("/settings/connections");
        assertThat(portal.get().uri("/settings/connections").with(as(TestPeople.APPROVER))).hasStatus(403);
    }
}
