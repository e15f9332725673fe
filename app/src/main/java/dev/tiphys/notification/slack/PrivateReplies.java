package dev.tiphys.notification.slack;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.webhook.WebhookResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalId;

/// Sends private replies through the address that came with the press. It is good for half an hour.
@Component
class PrivateReplies {

    private static final Logger log = LoggerFactory.getLogger(PrivateReplies.class);

    private static final Duration GOOD = Duration.ofMinutes(30);

    private final SlackApi slack;
    private final OneTimeLinks links;
    private final URI own;
    private final Clock clock;

    PrivateReplies(SlackApi slack, OneTimeLinks links, SlackProperties properties, Clock clock) {
        this.slack = slack;
        this.links = links;
        this.own = properties.url();
        this.clock = clock;
    }

    void send(PrivateReply reply) {
        if (!isSlacks(reply.responseUrl()) || reply.since().plus(GOOD).isBefore(clock.instant())) {
            log.info("A private reply to {} is not sent: its address is no good any more.", reply.to().key());
            return;
        }
        ActionResponse response = ActionResponse.builder().responseType("ephemeral").replaceOriginal(false)
                .text(reply.words()).blocks(blocks(reply)).build();
        try {
            WebhookResponse answer = new ActionResponseSender(slack.library()).send(reply.responseUrl(), response);
            if (answer.getCode() == 429 || answer.getCode() >= 500) {
                throw SlackFailure.refused("service_unavailable");
            }
            if (answer.getCode() != 200) {
                log.info("Slack takes no private reply to {} any more: {}", reply.to().key(), answer.getBody());
            }
        } catch (IOException broken) {
            throw SlackFailure.away(broken);
        }
    }

    /// The address is signed by Slack; all the same nothing is sent to anybody else.
    private boolean isSlacks(String address) {
        if (!address.matches("https?://[A-Za-z0-9.:-]+/[A-Za-z0-9/._~%-]*")) {
            return false;
        }
        URI url = URI.create(address);
        boolean hooks = url.getScheme().equals("https") && "hooks.slack.com".equals(url.getHost());
        return hooks || (url.getScheme().equals(own.getScheme())
                && Objects.equals(url.getAuthority(), own.getAuthority()));
    }

    private List<LayoutBlock> blocks(PrivateReply reply) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(section(block -> block.text(SlackText.markup(SlackText.marked(reply.words(), 2000)))));
        switch (reply.kind()) {
            case WORDS -> {
                // Nothing to open.
            }
            case LINK_ACCOUNT -> blocks.add(open("Link my account", links.forAccount(reply.to()).address()));
            case DECIDE_IN_PORTAL -> {
                ApprovalId request = new ApprovalId(Objects.requireNonNullElse(reply.request(), new UUID(0, 0)));
                String subject = Objects.requireNonNullElse(reply.subject(), "");
                blocks.add(open("Sign in and decide", links.forPerson(request, subject).address()));
            }
        }
        return blocks;
    }

    private static LayoutBlock open(String label, String address) {
        return actions(List.of(button(
                element -> element.actionId(RequestMessage.DETAILS).text(plainText(label)).url(address)
                        .style("primary"))));
    }
}
