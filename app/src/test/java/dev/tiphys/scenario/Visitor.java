package dev.tiphys.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody with a browser, who signs in at the provider and fills in forms, without the browser.
final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*(?:value|content)=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private final URI portal;

    private Visitor(URI portal) {
        this.portal = portal;
    }

    static Visitor signedIn(String user, URI portal) {
        Visitor visitor = new Visitor(URI.create("http://localhost:" + portal.getPort()));
        String provider = visitor.get("/oauth2/authorization/tiphys").headers().firstValue("Location").orElseThrow();
        String back = visitor.get(provider + "&login_hint=" + user).headers().firstValue("Location").orElseThrow();
        if (visitor.get(back).statusCode() >= 400) {
            throw new AssertionError(user + " was not let in");
        }
        return visitor;
    }

    HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(portal.resolve(address)).GET());
    }

    /// Sends the form of a page, with the token that the page holds.
    HttpResponse<String> fill(String page, String action, Map<String, String> fields) {
        Matcher token = CSRF.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("no form on " + page);
        }
        String form = fields.entrySet().stream().map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&")) + "&_csrf=" + encode(token.group(1));
        return send(HttpRequest.newBuilder(portal.resolve(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
