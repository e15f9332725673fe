package dev.tiphys.notification.slack;

import java.util.List;

import com.slack.api.model.block.LayoutBlock;

/// A message.
///
/// @param text for notifications and screen readers
record SlackContent(String text, List<LayoutBlock> blocks) {

    SlackContent {
        blocks = List.copyOf(blocks);
    }
}
