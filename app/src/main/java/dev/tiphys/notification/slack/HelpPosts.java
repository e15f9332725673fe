package dev.tiphys.notification.slack;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.tiphys.catalog.HelpAsked;
import dev.tiphys.catalog.HelpLine;
import dev.tiphys.web.WebSettings;

/// Posts into a provider's channel that somebody asks for help with a run: once, since an attempt looks first whether
/// an earlier one has got through.
@Component
class HelpPosts implements HelpLine {

    private static final Duration EARLIER = Duration.ofDays(1);

    private final SlackSwitch on;
    private final SlackApi slack;
    private final SlackTasks tasks;
    private final WebSettings web;

    HelpPosts(SlackSwitch on, SlackApi slack, SlackTasks tasks, WebSettings web) {
        this.on = on;
        this.slack = slack;
        this.tasks = tasks;
        this.web = web;
    }

    @Override
    public boolean reaches(String channel) {
        return on.isOn() && channel.matches("#[\\p{L}\\p{N}._-]{1,80}");
    }

    @EventListener
    void hear(HelpAsked asked) {
        if (reaches(asked.channel())) {
            tasks.askForHelp(asked);
        }
    }

    void post(HelpAsked asked) {
        String mark = "help-" + asked.run();
        if (!isThere(asked.channel(), mark)) {
            slack.post(asked.channel(), null, content(asked), mark);
        }
    }

    // Without the scope to read the channel it stays unknown.
    private boolean isThere(String channel, String mark) {
        try {
            return slack.find(channel, null, mark, on.now().minus(EARLIER)).isPresent();
        } catch (SlackFailure failure) {
            if (failure.word().equals("missing_scope")) {
                return false;
            }
            throw failure;
        }
    }

    private SlackContent content(HelpAsked asked) {
        String title = SlackText.marked(asked.asker(), 80) + " of " + SlackText.marked(asked.team(), 80)
                + " asks for help with " + SlackText.marked(asked.title(), 140);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(section(block -> block.text(SlackText.markup("*" + title + "*"))));
        blocks.add(section(block -> block.text(SlackText.markup(SlackText.marked(asked.failure(), 1_000)))));
        web.publicAddress().ifPresent(portal -> {
            List<BlockElement> link = List.of(button(element -> element.actionId(RequestMessage.DETAILS)
                    .text(plainText("Open in Tiphys")).url(portal + asked.path())));
            blocks.add(actions(block -> block.elements(link)));
        });
        return new SlackContent(title, blocks);
    }
}
