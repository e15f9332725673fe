package dev.tiphys.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.tiphys.hostile.RawHttp.Reply;

/// Bodies that are too large, of the wrong type or of no type at all, sent to every route that takes one.
@ExtendWith(HostileStage.Curtain.class)
@Timeout(180)
class BodiesTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MEGABYTE = 1 << 20;

    private record Route(String method, String target, boolean forPrograms) {

        Attack with(String type, String body) {
            return with(type, body.getBytes(StandardCharsets.UTF_8));
        }

        Attack with(String type, byte[] body) {
            return new Attack(method, target, type.isEmpty() ? "" : "Content-Type: " + type + "\r\n", body);
        }
    }

    private static List<Route> routes(HostileStage stage) {
        return Input.of(stage.context()).stream().filter(input -> !input.method().equals("GET"))
                .map(input -> new Route(input.method(), input.target("payments-dev"), input.isForPrograms()))
                .distinct().toList();
    }

    @Test
    void aBodyThatIsNotUnderstoodIsRefusedWithWords(HostileStage stage) throws Exception {
        List<Attack> programs = new ArrayList<>();
        List<Attack> pages = new ArrayList<>();
        routes(stage).forEach(route -> bodies(route).forEach((route.forPrograms() ? programs : pages)::add));
        assertThat(programs.size() + pages.size()).isGreaterThan(200);
        assertThat(Attack.sendAll(programs, () -> Caller.program(stage.portal(), "admin"),
                (attack, reply) -> Harmless.complaints(reply))).isEmpty();
        assertThat(Attack.sendAll(pages, () -> Caller.browser(stage.portal(), "admin"),
                (attack, reply) -> Harmless.complaints(reply))).isEmpty();
    }

    private static List<Attack> bodies(Route route) {
        String json = "application/json";
        byte[] broken = {'{', '"', (byte) 0xff, (byte) 0xfe, (byte) 0xc0, '"', ':', '1', '}'};
        List<Attack> all = new ArrayList<>();
        for (String body : List.of("", "{", "[]", "null", "1", "\"text\"", "{\"service\":[]}", "{\"service\":{}}",
                "{\"environments\":\"dev\"}", "{\"environments\":[null,1,{}]}", "{\"reason\":\"\\ud800\"}",
                "{\"reason\":\"\\u0000\"}", "{\"service\":\"a\",\"service\":\"b\"}", "{\"days\":1e400}",
                "{\"days\":99999999999999999999}", "{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000),
                "[".repeat(20_000), "{\"@class\":\"java.lang.Object\",\"permissions\":[\"view\"]}", "/*c*/{}",
                "{'a':1}", "<x/>", "{\"version\":\"" + "v".repeat(300_000) + "\"}", "\uFEFF{}")) {
            all.add(route.with(json, body));
        }
        all.add(route.with(json, broken));
        all.add(route.with("application/json;charset=UTF-7", "{}"));
        all.add(route.with("application/json;charset=none", "{}"));
        all.add(route.with("application/xml", "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><x>&y;</x>"));
        all.add(route.with("application/x-java-serialized-object", "\u00ac\u00ed\u0000\u0005"));
        all.add(route.with("text/plain", "x"));
        all.add(route.with("multipart/form-data", "no boundary"));
        all.add(route.with("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"reason\";"
                + " filename=\"../../x\"\r\n\r\nx\r\n--b--"));
        all.add(route.with("", "x"));
        all.add(route.with("nonsense", "x"));
        all.add(route.with("text/html; charset=\"", "x"));
        all.add(route.with(FORM, "reason=%"));
        all.add(route.with(FORM, "reason=%ff%fe&reason=%00&reason"));
        all.add(route.with(FORM, "reason=a&reason=b&service=a&service=b&_csrf=x&_csrf=y"));
        all.add(route.with(FORM, "a=b&".repeat(20_000)));
        all.add(route.with(FORM, "=&=&&&==&[]=&a[0]=b&a.b.c=d&class.module.classLoader.x=y"));
        return all;
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedAsTooLarge(HostileStage stage) throws Exception {
        Caller program = Caller.program(stage.portal(), "admin");
        Caller browser = Caller.browser(stage.portal(), "admin");
        String large = "{\"reason\": \"" + "x".repeat(3 * MEGABYTE) + "\"}";
        for (Route route : routes(stage)) {
            Reply reply = route.forPrograms()
                    ? route.with("application/json", large).by(program)
                    : route.with(FORM, "reason=" + "x".repeat(3 * MEGABYTE)).by(browser);
            assertThat(reply.status()).as(route.toString()).isEqualTo(413);
            assertThat(Harmless.complaints(reply)).isEmpty();
        }
        Reply chunked = stage.raw().say(("POST /api/v1/promotions/plan HTTP/1.1\r\nHost: localhost\r\n"
                + program.own("POST") + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
                + "Connection: close\r\n\r\n" + chunks(large) + "0\r\n\r\n"));
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(Harmless.complaints(chunked)).isEmpty();
    }

    private static String chunks(String text) {
        StringBuilder chunks = new StringBuilder();
        for (int at = 0; at < text.length(); at += 100_000) {
            String chunk = text.substring(at, Math.min(text.length(), at + 100_000));
            chunks.append(Integer.toHexString(chunk.length())).append("\r\n").append(chunk).append("\r\n");
        }
        return chunks.toString();
    }
}
