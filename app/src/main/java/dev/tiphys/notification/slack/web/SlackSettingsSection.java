package dev.tiphys.notification.slack.web;

import org.springframework.stereotype.Component;

import dev.tiphys.notification.slack.AccountLinks;
import dev.tiphys.web.SettingsSection;

/// The page of linked accounts, where Slack takes part.
@Component
class SlackSettingsSection implements SettingsSection {

    private final AccountLinks links;

    SlackSettingsSection(AccountLinks links) {
        this.links = links;
    }

    @Override
    public String label() {
        return "settings.slack";
    }

    @Override
    public String path() {
        return AccountsController.PATH;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public boolean visible() {
        return links.isOn();
    }
}
