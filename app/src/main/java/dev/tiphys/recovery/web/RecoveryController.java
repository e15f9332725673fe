package dev.tiphys.recovery.web;

import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.identity.Person;
import dev.tiphys.recovery.Recovery;
import dev.tiphys.web.PageView;

/// Standing still after a restore, as a page.
@Controller
class RecoveryController {

    private final Recovery recovery;
    private final PageView view;
    private final Clock clock;

    RecoveryController(Recovery recovery, PageView view, Clock clock) {
        this.recovery = recovery;
        this.view = view;
        this.clock = clock;
    }

    @GetMapping(RecoverySection.PATH)
    String show(Person person, Model model, HttpServletRequest request) {
        model.addAttribute("page", RecoveryPage.of(recovery.get(person), clock.instant()));
        return view.of(request, "settings/recovery", "recovery");
    }

    @PostMapping(RecoverySection.PATH + "/hold")
    ResponseEntity<Void> hold(Person person, @RequestParam(defaultValue = "") String reason) {
        recovery.hold(person, reason);
        return back();
    }

    @PostMapping(RecoverySection.PATH + "/comparison")
    ResponseEntity<Void> compare(Person person) {
        recovery.compareAgain(person);
        return back();
    }

    @PostMapping(RecoverySection.PATH + "/choice")
    ResponseEntity<Void> choose(Person person, @RequestParam(defaultValue = "") String difference,
            @RequestParam(defaultValue = "") String choice, @RequestParam(defaultValue = "") String reason) {
        recovery.choose(person, difference, choice, reason);
        return back();
    }

    @PostMapping(RecoverySection.PATH + "/release")
    ResponseEntity<Void> release(Person person, @RequestParam(defaultValue = "") String reason) {
        recovery.release(person, reason);
        return back();
    }

    private static ResponseEntity<Void> back() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", RecoverySection.PATH).build();
    }
}
