package dev.tiphys.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.tiphys.hostile.RawHttp.Reply;

/// Requests of shapes that no browser sends: paths, methods, headers and bodies.
@ExtendWith(HostileStage.Curtain.class)
@Timeout(180)
class RequestsTest {

    private static final List<String> CLOSED = List.of("/promotions", "/fleet", "/audit", "/api/v1/audit",
            "/api/v1/me", "/actuator/info", "/v3/api-docs");

    @Test
    void noSpellingOfAPathLeadsPastTheDoor(HostileStage stage) throws Exception {
        List<Attack> attacks = CLOSED.stream().flatMap(RequestsTest::spellings).map(target -> Attack.get(target))
                .toList();
        List<String> complaints = Attack.sendAll(attacks, () -> Caller.stranger(stage.portal()), (attack, reply) -> {
            List<String> all = new ArrayList<>(Harmless.complaints(reply));
            if (reply.status() / 100 == 2) {
                all.add("a stranger gets an answer");
            }
            return all;
        });
        complaints = new ArrayList<>(complaints);
        complaints.addAll(Attack.sendAll(attacks, () -> Caller.browser(stage.portal(), "viewer"),
                (attack, reply) -> Harmless.complaints(reply)));
        assertThat(attacks).hasSizeGreaterThan(150);
        assertThat(complaints).isEmpty();
    }

    private static Stream<String> spellings(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        String before = path.substring(0, path.lastIndexOf('/') + 1);
        String escaped = String.format(java.util.Locale.ROOT, "%%%02x", (int) last.charAt(0)) + last.substring(1);
        return Stream.of(path, "/" + path, path + "/", path + "//", path + ";", path + ";a=b", before + ";x/" + last,
                before + escaped, before + escaped.replace("%", "%25"), path + "%00", path + "%00.css", path + "%2f",
                path + "%5c", path + ".", path + "..", path + "%2e", path + "%20", path + ".json", path + ".css",
                path + "/.", path + "/..", path + "/%2e%2e/" + last, path + "/..;/" + last, "/css/.." + path,
                "/css/..;" + path, "/css/%2e%2e" + path, "/css/..%2f" + path, "/css/..%5c" + path,
                "/sign-in/.." + path, "/sign-in;" + path, "/sign-in/..;" + path, "/webjars/%2e%2e" + path,
                "/actuator/health/.." + path, "/actuator/health/..;" + path, "/error/.." + path,
                path.toUpperCase(java.util.Locale.ROOT), "/." + path, "/%2e" + path, "\\" + path, path + "?", path
                        + "#/css/app.css",
                path + "%09", path + "%0a", path + "%e2%80%ae", path + "%ff", path + "%", path + "%u002e",
                "http://" + Payloads.HOST + path, "//" + Payloads.HOST + path, "/" + "a/".repeat(400) + "..".repeat(400)
                        + path);
    }

    @Test
    void noHeaderBreaksOrMisleadsThePortal(HostileStage stage) throws Exception {
        List<Attack> attacks = new ArrayList<>();
        List<String> texts = Payloads.all().stream().map(text -> text.replaceAll("[\r\n\u0000]", "")).toList();
        List<String> names = List.of("HX-Target", "HX-Current-URL", "Referer", "Accept-Language", "Accept",
                "X-Request-Id", "User-Agent", "Origin", "Last-Event-ID", "X-Forwarded-For", "X-Forwarded-Host",
                "X-Forwarded-Proto", "X-Forwarded-Prefix", "Forwarded", "X-Original-URL", "X-Rewrite-URL",
                "X-HTTP-Method-Override", "If-None-Match", "If-Modified-Since", "Range", "Content-Type",
                "Accept-Encoding", "Idempotency-Key", "traceparent");
        for (int i = 0; i < names.size(); i++) {
            for (int k = 0; k < 12; k++) {
                String header = names.get(i) + ": " + texts.get((i * 12 + k) % texts.size());
                attacks.add(Attack.get(k % 3 == 0 ? "/promotions" : k % 3 == 1 ? "/nowhere" : "/sign-in?why=out",
                        "HX-Request: true", header));
            }
        }
        names.forEach(name -> attacks.add(Attack.get("/promotions", name + ": " + "x".repeat(20_000))));
        attacks.add(Attack.get("/promotions", Stream.generate(() -> "X-Many: 1").limit(500).toArray(String[]::new)));
        attacks.add(Attack.get("/promotions", "No colon", " : empty", "Sp ace: x", "N\u0000ul: x"));
        attacks.add(Attack.get("/promotions?" + "a=b&".repeat(12_000)));
        attacks.add(Attack.get("/promotions", "Cookie: TIPHYS_SESSION=" + "%00\"'<".repeat(40)));
        attacks.add(Attack.get("/promotions", "Cookie: TIPHYS_SESSION=AAAA; TIPHYS_SESSION=/../; $Version=1"));
        assertThat(Attack.sendAll(attacks, () -> Caller.stranger(stage.portal()),
                (attack, reply) -> Harmless.complaints(reply))).isEmpty();
        assertThat(Attack.sendAll(attacks.stream().filter(attack -> !attack.headers().contains("Cookie")).toList(),
                () -> Caller.browser(stage.portal(), "viewer"), (attack, reply) -> Harmless.complaints(reply)))
                .isEmpty();
    }

    @Test
    void noOtherHostIsEverNamed(HostileStage stage) throws Exception {
        String get = "GET %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n";
        for (String target : List.of("/", "/promotions", "/sign-in", "/sign-in?why=out", "/oauth2/authorization/tiphys",
                "/api/v1/me", "/logout", "/sandbox", "/css/app.css", "/css")) {
            for (String headers : List.of("Host: " + Payloads.HOST, "Host: " + Payloads.HOST + ":1@localhost",
                    "Host: localhost\r\nX-Forwarded-Host: " + Payloads.HOST,
                    "Host: localhost\r\nForwarded: host=" + Payloads.HOST + ";proto=https",
                    "Host: localhost\r\nX-Forwarded-Proto: " + Payloads.HOST,
                    "Host: localhost\r\nX-Forwarded-Prefix: //" + Payloads.HOST,
                    "Host: localhost\r\nHost: " + Payloads.HOST, "Host:", "X: y",
                    "Host: " + Payloads.HOST + "\"><" + Payloads.ELEMENT + ">")) {
                Reply reply = stage.raw().say(get.formatted(target, headers));
                assertThat(Harmless.complaints(reply)).as("%s with %s", target, headers).isEmpty();
                assertThat(reply.header("Location").orElse("") + reply.header("Set-Cookie").orElse("") + reply.body())
                        .as("%s with %s", target, headers).doesNotContain(Payloads.HOST);
            }
        }
    }

    @Test
    void methodsThatAreNotMeantAreRefused(HostileStage stage) throws Exception {
        List<Attack> attacks = new ArrayList<>();
        for (String target : List.of("/", "/promotions", "/audit", "/api/v1/promotions", "/sign-in", "/css/app.css",
                "/actuator/health", "/error")) {
            for (String method : List.of("TRACE", "OPTIONS", "HEAD", "PROPFIND", "CONNECT", "PUT", "PATCH", "DELETE",
                    "get", "GETS", "\u0000", "A".repeat(300), "POST /x HTTP/1.1\r\nHost: a\r\n\r\nGET")) {
                attacks.add(new Attack(method, target, "Tiphys-Secret: leak-me\r\n", new byte[0]));
            }
            attacks.add(new Attack("POST", target, "X-HTTP-Method-Override: DELETE\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n",
                    "_method=DELETE".getBytes(
                            StandardCharsets.UTF_8)));
        }
        assertThat(Attack.sendAll(attacks, () -> Caller.browser(stage.portal(), "viewer"), (attack, reply) -> {
            List<String> all = new ArrayList<>(Harmless.complaints(reply));
            if (attack.method().equals("TRACE") && reply.body().contains("leak-me")) {
                all.add("it is echoed");
            }
            return all;
        })).isEmpty();
    }
}
