package dev.tiphys.recovery.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.identity.Person;
import dev.tiphys.recovery.Recovery;
import dev.tiphys.recovery.Recovery.Report;

/// Standing still after a restore, as JSON.
@RestController
@RequestMapping(RecoveryApi.PATH)
class RecoveryApi {

    static final String PATH = "/api/v1/recovery";

    private final Recovery recovery;

    RecoveryApi(Recovery recovery) {
        this.recovery = recovery;
    }

    /// Why something is done.
    record Because(@Nullable String reason) {

        String words() {
            return reason == null ? "" : reason;
        }
    }

    /// What to do about one difference.
    record ChoiceWish(@Nullable String difference, @Nullable String choice, @Nullable String reason) {}

    @GetMapping
    Report get(Person person) {
        return recovery.get(person);
    }

    @PostMapping("/hold")
    Report hold(Person person, @RequestBody Because body) {
        recovery.hold(person, body.words());
        return recovery.get(person);
    }

    @PostMapping("/choice")
    Report choose(Person person, @RequestBody ChoiceWish wish) {
        recovery.choose(person, text(wish.difference()), text(wish.choice()), text(wish.reason()));
        return recovery.get(person);
    }

    @PostMapping("/release")
    Report release(Person person, @RequestBody Because body) {
        recovery.release(person, body.words());
        return recovery.get(person);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
