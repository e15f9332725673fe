package dev.tiphys.notification.slack;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.CheckpointSigned;

/// Posts the signed checkpoints of the audit log in a channel: what Slack keeps, the owner of the database
/// cannot change.
@Component
class CheckpointPosts {

    private final SlackProperties properties;
    private final SlackApi slack;
    private final SlackTasks tasks;

    CheckpointPosts(SlackProperties properties, SlackApi slack, SlackTasks tasks) {
        this.properties = properties;
        this.slack = slack;
        this.tasks = tasks;
    }

    @EventListener
    void hear(CheckpointSigned signed) {
        if (properties.isOn() && !properties.auditChannel().isBlank()) {
            tasks.postCheckpoint(signed.seq(), line(signed));
        }
    }

    /// The line as the other places keep it, so that it can be copied into a file and verified. None of its parts has
    /// anything to escape.
    private static String line(CheckpointSigned signed) {
        return "{\"seq\":%d,\"hash\":\"%s\",\"at\":\"%s\",\"keyId\":\"%s\",\"signature\":\"%s\"}".formatted(
                signed.seq(),
                signed.hash(), signed.at(), signed.keyId(), signed.signature());
    }

    void post(String seq, String line) {
        String text = "The audit log was signed up to entry " + seq + ".";
        slack.post(properties.auditChannel(), null, new SlackContent(text,
                List.of(section(block -> block.text(markdownText(text + "\n```" + line + "```"))))),
                "checkpoint-" + seq);
    }
}
