package dev.tiphys.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A person's browser as far as sign-in is concerned: it keeps cookies and goes where it is sent.
final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");
    private static final int LONGEST_WAY = 12;

    private final URI portal;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10)).version(HttpClient.Version.HTTP_1_1).build();

    Browser(URI portal) {
        this.portal = portal;
    }

    /// Where the browser ended, with what.
    record Page(URI address, int status, String text, HttpResponse<String> answer) {

        String path() {
            return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        }
    }

    /// Signs in as a demo user, who is chosen at the provider without its page.
    Page signIn(String user, String path) {
        return follow(portal.resolve("/sign-in?return=" + encoded(path)), user);
    }

    /// Goes somewhere, and on to wherever it leads; at the provider it stops.
    Page open(String path) {
        return follow(portal.resolve(path), "");
    }

    /// One answer, not followed.
    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(portal.resolve(path)).GET());
    }

    HttpResponse<String> at(URI address) {
        return send(HttpRequest.newBuilder(address).GET());
    }

    /// Sends a form with the session's CSRF token.
    HttpResponse<String> post(String path, String body) {
        return post(path, body, "/settings/sessions");
    }

    /// Sends a form that stood on another page.
    HttpResponse<String> post(String path, String body, String formPage) {
        Matcher token = CSRF.matcher(follow(portal.resolve(formPage), "").text());
        String csrf = token.find() ? "_csrf=" + encoded(token.group(1)) : "";
        return send(HttpRequest.newBuilder(portal.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", portal.resolve(formPage).toString())
                .POST(HttpRequest.BodyPublishers.ofString(csrf + (body.isEmpty() ? "" : "&" + body))));
    }

    Optional<String> sessionCookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("TIPHYS_SESSION")).map(HttpCookie::getValue).findFirst();
    }

    private Page follow(URI start, String user) {
        URI address = start;
        for (int step = 0; step < LONGEST_WAY; step++) {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(address).GET());
            Optional<String> next = answer.headers().firstValue("Location");
            if (next.isEmpty()) {
                return new Page(address, answer.statusCode(), answer.body(), answer);
            }
            address = address.resolve(next.get());
            if (address.getPath().equals("/oidc/authorize") && !user.isEmpty()) {
                address = URI.create(address + "&login_hint=" + user);
            }
        }
        throw new AssertionError("led in circles from " + start);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).header("User-Agent",
                    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0").build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException("the portal did not answer", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
