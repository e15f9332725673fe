package dev.tiphys.web;

import java.util.Comparator;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The pages under Settings that the current person may see, in their order.
@Component
class SettingsSections {

    private final ObjectProvider<SettingsSection> offered;

    SettingsSections(ObjectProvider<SettingsSection> offered) {
        this.offered = offered;
    }

    List<SettingsSection> visible() {
        return offered.stream().filter(SettingsSection::visible)
                .sorted(Comparator.comparingInt(SettingsSection::order)).toList();
    }
}
