package dev.tiphys.web;

import org.springframework.stereotype.Component;

/// The settings in the top bar, for whoever may see one of their pages.
@Component
class SettingsNavigation implements NavigationEntry {

    static final String PATH = "/settings";

    private final SettingsSections sections;

    SettingsNavigation(SettingsSections sections) {
        this.sections = sections;
    }

    @Override
    public String label() {
        return "nav.settings";
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public boolean visible() {
        return !sections.visible().isEmpty();
    }

    @Override
    public int badge() {
        return sections.visible().stream().mapToInt(SettingsSection::badge).sum();
    }
}
