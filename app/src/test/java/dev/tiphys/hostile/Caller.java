package dev.tiphys.hostile;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.tiphys.hostile.RawHttp.Reply;

/// One of the demo users in a browser without any manners: it has a session, or a token, or neither.
public final class Caller {

    private static final Pattern CSRF = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");

    private final URI portal;
    private final RawHttp http;
    private final String token;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String csrf = "";

    private Caller(URI portal, String token) {
        this.portal = portal;
        this.http = new RawHttp(portal.getPort());
        this.token = token;
    }

    public static Caller stranger(URI portal) {
        return new Caller(portal, "");
    }

    public static Caller program(URI portal, String user) {
        return new Caller(portal, "tph_sandbox_" + user);
    }

    public static Caller browser(URI portal, String user) throws IOException {
        Caller caller = new Caller(portal, "");
        caller.signIn(user);
        return caller;
    }

    /// Goes to the provider and comes back, and gives what is answered then; the same browser may have had another
    /// session before.
    Reply signIn(String user) throws IOException {
        Reply away = get("/oauth2/authorization/tiphys");
        URI provider = URI.create(away.header("Location").orElseThrow() + "&login_hint=" + user);
        Reply chosen = new RawHttp(provider.getPort()).say("GET " + provider.getRawPath() + "?" + provider.getRawQuery()
                + " HTTP/1.1\r\nHost: " + provider.getAuthority() + "\r\nConnection: close\r\n\r\n");
        URI back = URI.create(chosen.header("Location").orElseThrow());
        Reply landed = get(back.getRawPath() + "?" + back.getRawQuery());
        Matcher token = CSRF.matcher(get("/promotions").body());
        csrf = token.find() ? token.group(1) : "";
        return landed;
    }

    boolean isSignedIn() throws IOException {
        return get("/promotions").status() == 200;
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    String csrf() {
        return csrf;
    }

    public Reply get(String target) throws IOException {
        return send("GET", target, "", "");
    }

    Reply post(String target, Map<String, String> form) throws IOException {
        return send("POST", target, "Content-Type: application/x-www-form-urlencoded\r\n", encode(form));
    }

    /// @param headers complete lines
    public Reply send(String method, String target, String headers, String body) throws IOException {
        return send(method, target, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    Reply send(String method, String target, String headers, byte[] body) throws IOException {
        String length = body.length == 0 && method.equals("GET") ? "" : "Content-Length: " + body.length + "\r\n";
        byte[] head = (method + " " + target + " HTTP/1.1\r\nHost: " + portal.getAuthority() + "\r\n" + own(method)
                + headers + length + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        Reply reply = http.say(all);
        keepCookies(reply);
        return reply;
    }

    /// The headers that say who it is.
    public String own(String method) {
        String all = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        if (!cookies.isEmpty()) {
            all += "Cookie: " + cookies.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue())
                    .collect(Collectors.joining("; ")) + "\r\n";
        }
        return csrf.isEmpty() || method.equals("GET") ? all : all + "X-CSRF-TOKEN: " + csrf + "\r\n";
    }

    private void keepCookies(Reply reply) {
        for (String set : reply.headers("Set-Cookie")) {
            String pair = set.split(";", 2)[0];
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
    }

    static String encode(Map<String, String> form) {
        return form.entrySet().stream().map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
