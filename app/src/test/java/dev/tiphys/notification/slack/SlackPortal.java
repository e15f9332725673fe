package dev.tiphys.notification.slack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import dev.tiphys.sandbox.Sandbox;
import dev.tiphys.sandbox.SandboxEndpoints;
import dev.tiphys.sandbox.SandboxOptions;
import dev.tiphys.scenario.FleetLevers;
import dev.tiphys.scenario.Http;
import dev.tiphys.testing.PortalTest;

/// A portal whose approvals are told in the sandbox's Slack: those of checkout have buttons, those of payments links,
/// those of catalogue need two people.
@PortalTest
@Import(SlackStage.class)
abstract class SlackPortal {

    static final String FORMER_SECRET = "the secret of last month";

    static final SlackBridge BRIDGE = new SlackBridge();

    private static final Sandbox SANDBOX = sandbox();

    private static Sandbox sandbox() {
        try {
            return Sandbox.start(SandboxOptions.defaults().atSpeed(0).forPortal(BRIDGE.address()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A person who looks at Slack's page.
    static Http page() {
        return new Http(SANDBOX.endpoints().slackPage(),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    static FleetLevers levers() {
        return new FleetLevers(SANDBOX.endpoints());
    }

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry portal) {
        portal.add("tiphys.slack.url", SANDBOX.endpoints()::slackApiUrl);
        portal.add("tiphys.slack.team", () -> SandboxEndpoints.SLACK_TEAM);
        portal.add("tiphys.slack.token", () -> SandboxEndpoints.SLACK_TOKEN);
        portal.add("tiphys.slack.signing-secret", () -> SandboxEndpoints.SLACK_SIGNING_SECRET);
        portal.add("tiphys.slack.previous-signing-secret", () -> FORMER_SECRET);
        policy(portal, 0, "checkout", "buttons", 1);
        policy(portal, 1, "payments", "link", 1);
        policy(portal, 2, "catalogue", "buttons", 2);
    }

    private static void policy(DynamicPropertyRegistry portal, int index, String service, String mode, int quorum) {
        String key = "tiphys.approvals.policies[" + index + "].";
        portal.add(key + "name", () -> "production of " + service);
        portal.add(key + "services", () -> service);
        portal.add(key + "quorum", () -> quorum);
        portal.add(key + "slack-mode", () -> mode);
        portal.add(key + "slack-channel", () -> "approvals");
    }
}
