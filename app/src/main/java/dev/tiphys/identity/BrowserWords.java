package dev.tiphys.identity;

import java.util.List;

/// Tells in words which browser somebody uses, by what it says about itself: good enough to recognise one's own.
final class BrowserWords {

    private record Sign(String mark, String word) {}

    // The order matters: Edge and Opera call themselves Chrome as well, and Chrome calls itself Safari.
    private static final List<Sign> BROWSERS = List.of(new Sign("Edg", "Edge"), new Sign("OPR/", "Opera"),
            new Sign("Firefox/", "Firefox"), new Sign("Chrome/", "Chrome"), new Sign("CriOS/", "Chrome"),
            new Sign("FxiOS/", "Firefox"), new Sign("Safari/", "Safari"), new Sign("curl/", "curl"));
    private static final List<Sign> SYSTEMS = List.of(new Sign("Android", "Android"), new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"), new Sign("Windows", "Windows"), new Sign("Mac OS X", "macOS"),
            new Sign("CrOS", "ChromeOS"), new Sign("Linux", "Linux"));

    private BrowserWords() {
    }

    static String of(String userAgent) {
        String browser = find(BROWSERS, userAgent);
        String system = find(SYSTEMS, userAgent);
        if (browser.isEmpty() && system.isEmpty()) {
            return "Unknown browser";
        }
        return system.isEmpty() ? browser : (browser.isEmpty() ? "Browser" : browser) + " on " + system;
    }

    private static String find(List<Sign> signs, String userAgent) {
        return signs.stream().filter(sign -> userAgent.contains(sign.mark())).map(Sign::word).findFirst().orElse("");
    }
}
