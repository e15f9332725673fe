package dev.tiphys.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The settings as a whole lead to the first of their pages that the person may see.
@Controller
class SettingsController {

    private final SettingsSections sections;

    SettingsController(SettingsSections sections) {
        this.sections = sections;
    }

    @GetMapping(SettingsNavigation.PATH)
    String first() {
        return "redirect:" + sections.visible().stream().findFirst().map(SettingsSection::path)
                .orElseThrow(() -> new Refusal.NotAllowed("No settings are open to you."));
    }
}
