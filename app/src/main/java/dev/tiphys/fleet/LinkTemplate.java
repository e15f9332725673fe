package dev.tiphys.fleet;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tiphys.web.NamedLink;

/// A link that a team has put on its Application by an annotation, such as `tiphys.dev/link.dashboard`. Whoever writes
/// Applications writes it, so it leads to the web or nowhere, and no value can change the host it leads to.
///
/// @param address with `{service}`, `{environment}`, `{cluster}`, `{application}`, `{version}`, `{from}` and `{to}`
///        where those belong
public record LinkTemplate(String name, String address) {

    private static final String PREFIX = "tiphys.dev/link.";
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern HOST = Pattern.compile("(?i)https?://[^/?#]+");
    private static final int MOST = 10;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST = 2_000;

    /// Those of an Application, by name.
    public static List<LinkTemplate> of(FleetApplication application) {
        Map<String, String> found = new TreeMap<>();
        application.summary().annotations().forEach((key, value) -> {
            String name = key.startsWith(PREFIX) ? key.substring(PREFIX.length()).strip() : "";
            if (!name.isEmpty() && name.length() <= LONGEST_NAME && value.length() <= LONGEST) {
                found.put(name, value.strip());
            }
        });
        return found.entrySet().stream().limit(MOST).map(one -> new LinkTemplate(one.getKey(), one.getValue()))
                .toList();
    }

    /// Whether it tells the difference between two versions.
    public boolean compares() {
        return address.contains("{from}") && address.contains("{to}");
    }

    /// The link with these values in their places, each of them encoded; empty when one is missing or when it would not
    /// lead to the web.
    public Optional<NamedLink> fill(Map<String, String> values) {
        Matcher host = HOST.matcher(address);
        boolean known = PLACE.matcher(address).results()
                .allMatch(place -> !values.getOrDefault(place.group(1), "").isEmpty());
        if (!known || !host.lookingAt() || host.group().contains("{")) {
            return Optional.empty();
        }
        String filled = PLACE.matcher(address).replaceAll(place -> value(place, values));
        return isWeb(filled) ? Optional.of(new NamedLink(name, filled)) : Optional.empty();
    }

    private static String value(MatchResult place, Map<String, String> values) {
        String encoded = URLEncoder.encode(values.getOrDefault(place.group(1), ""), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return Matcher.quoteReplacement(encoded);
    }

    private static boolean isWeb(String filled) {
        try {
            URI uri = new URI(filled);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
