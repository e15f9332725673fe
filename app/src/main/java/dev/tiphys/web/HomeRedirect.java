package dev.tiphys.web;

import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The address without a path leads to the leftmost place the person may see.
@Controller
class HomeRedirect {

    private final List<NavigationEntry> entries;

    HomeRedirect(List<NavigationEntry> entries) {
        this.entries = entries.stream().sorted(Comparator.comparingInt(NavigationEntry::order)).toList();
    }

    @GetMapping("/")
    String home() {
        return "redirect:" + entries.stream().filter(NavigationEntry::visible).findFirst()
                .map(NavigationEntry::path)
                .orElseThrow(() -> new Refusal.NotAllowed(
                        "No page of this portal is open to you. Ask an administrator for a role."));
    }
}
