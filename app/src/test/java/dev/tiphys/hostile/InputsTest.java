package dev.tiphys.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.hostile.RawHttp.Reply;

/// Every field of every route, filled with every kind of harm by somebody who may do everything.
@ExtendWith(HostileStage.Curtain.class)
@Timeout(240)
class InputsTest {

    private static final int AT_MOST = 2_500;
    private static final int EACH_AT_LEAST = 8;

    /// With these in the other fields a request gets as far as the field in question.
    private static final Map<String, String> PLAUSIBLE = Map.of("service", "payments", "version", "v5", "environments",
            "dev", "wave", "prod-east", "decision", "retry", "reason", "because", "name", "a name", "permissions",
            "view");

    @Test
    void whateverAFieldIsFilledWithIsTextAndNothingBreaks(HostileStage stage) throws Exception {
        List<Attack> pages = new ArrayList<>();
        List<Attack> programs = new ArrayList<>();
        List<Input> inputs = Input.of(stage.context());
        int each = Math.clamp(AT_MOST / inputs.size(), EACH_AT_LEAST, Payloads.all().size());
        inputs.forEach(input -> payloads(input, each)
                .forEach(text -> (input.isForPrograms() ? programs : pages).add(attack(input, text))));
        assertThat(pages.size() + programs.size()).as("hostile inputs").isGreaterThanOrEqualTo(500);

        AtomicInteger understood = new AtomicInteger();
        List<String> complaints = new ArrayList<>(Attack.sendAll(pages,
                () -> Caller.browser(stage.portal(), "admin"), (attack, reply) -> judge(reply, understood)));
        complaints.addAll(Attack.sendAll(programs, () -> Caller.program(stage.portal(), "admin"),
                (attack, reply) -> judge(reply, understood)));
        assertThat(complaints).isEmpty();
        assertThat(understood.get()).as("inputs that came as far as a handler")
                .isGreaterThan((pages.size() + programs.size()) / 2);
    }

    private static List<String> judge(Reply reply, AtomicInteger understood) {
        if (reply.status() != 0 && reply.status() != 401 && reply.status() != 429) {
            understood.incrementAndGet();
        }
        return Harmless.complaints(reply);
    }

    /// Some of the payloads, others for each field, so that all of them are used many times.
    private static List<String> payloads(Input input, int count) {
        List<String> all = Payloads.all();
        int first = Math.floorMod(input.toString().hashCode(), all.size());
        List<String> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(all.get((first + i * 7) % all.size()));
        }
        return some;
    }

    private static Attack attack(Input input, String text) {
        return switch (input.kind()) {
            case "query" -> Attack.get(input.target("") + "?" + fields(input, text));
            case "form" -> new Attack(input.method(), input.target(""),
                    "Content-Type: application/x-www-form-urlencoded\r\n", bytes(fields(input, text)));
            case "json" -> new Attack(input.method(), input.target(""), "Content-Type: application/json\r\n",
                    bytes(json(input, text)));
            case "header" -> new Attack(input.method(), input.target(""),
                    input.name() + ": " + text.replaceAll("\\p{Cntrl}", "") + "\r\nContent-Type: application/json\r\n",
                    bytes(json(input, "")));
            default -> new Attack(input.method(), input.target(text), "", new byte[0]);
        };
    }

    private static String fields(Input input, String text) {
        StringBuilder fields = new StringBuilder();
        PLAUSIBLE.forEach((name, value) -> {
            if (!name.equals(input.name()) && !input.name().equals("q")) {
                fields.append(name).append('=').append(Caller.encode(value)).append('&');
            }
        });
        return fields.append(Caller.encode(input.name())).append('=').append(Caller.encode(text)).toString();
    }

    private static String json(Input input, String text) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        PLAUSIBLE.forEach((name, value) -> {
            if (name.endsWith("s")) {
                body.putArray(name).add(value);
            } else {
                body.put(name, value);
            }
        });
        ObjectNode place = body;
        String[] names = input.name().split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            place = place.withObjectProperty(names[i]);
        }
        String last = names[names.length - 1];
        if (last.endsWith("s")) {
            place.putArray(last).add(text);
        } else {
            place.put(last, text);
        }
        return body.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
