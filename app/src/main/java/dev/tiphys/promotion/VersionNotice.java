package dev.tiphys.promotion;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.tiphys.promotion.plan.VersionName;
import dev.tiphys.web.Refusal;

/// What a build says about a version, checked: it comes from a program that may be wrong, and is shown to people.
///
/// @param links addresses by name, at most ten
public record VersionNotice(String version, String revision, Map<String, URI> links) {

    private static final int LONGEST_REVISION = 200;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_LINK = 2_000;
    private static final int MOST_LINKS = 10;

    public VersionNotice {
        links = Map.copyOf(links);
    }

    /// @throws Refusal.Invalid with a message for each field that cannot be taken
    public static VersionNotice read(@Nullable String version, @Nullable String revision,
            @Nullable Map<String, String> links) {
        Map<String, String> errors = new LinkedHashMap<>();
        String name = version == null ? "" : version.strip();
        if (!VersionName.isLegal(name)) {
            errors.put("version", "Name the version as a tag, a digest or a revision, such as v5.");
        }
        String commit = revision == null ? "" : revision.strip();
        if (commit.length() > LONGEST_REVISION || commit.chars().anyMatch(Character::isISOControl)) {
            errors.put("revision", "A revision has up to " + LONGEST_REVISION + " characters, in one line.");
        }
        Map<String, URI> read = new TreeMap<>();
        if (links != null) {
            links.forEach((label, address) -> read(label, address, read, errors));
        }
        if (read.size() > MOST_LINKS) {
            errors.put("links", "A version has up to " + MOST_LINKS + " links.");
        }
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
        return new VersionNotice(name, commit, read);
    }

    private static void read(String label, String address, Map<String, URI> read, Map<String, String> errors) {
        boolean named = !label.isBlank() && label.length() <= LONGEST_NAME;
        if (!named || address == null || address.length() > LONGEST_LINK || !isWeb(address)) {
            errors.put("links", "Each link has a name of up to " + LONGEST_NAME
                    + " characters and an address that begins with https:// or http://.");
            return;
        }
        read.put(label.strip(), URI.create(address));
    }

    private static boolean isWeb(String address) {
        try {
            URI uri = URI.create(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
