package dev.tiphys.identity;

import java.time.Clock;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import dev.tiphys.web.Refusal;

/// The page behind the one-time link of an emergency session. Opening it does nothing; its button begins the session.
@Controller
class EmergencyController {

    private final EmergencySessions sessions;
    private final SessionRecords records;
    private final People people;
    private final Access access;
    private final Clock clock;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    EmergencyController(EmergencySessions sessions, SessionRecords records, People people, Access access,
            Clock clock) {
        this.sessions = sessions;
        this.records = records;
        this.people = people;
        this.access = access;
        this.clock = clock;
    }

    /// What the page says.
    record EmergencyPage(String name, String reason, List<String> groups, String address) {}

    @GetMapping("/emergency/{code}")
    String show(@PathVariable String code, Model model) {
        EmergencySessions.Offer offer = sessions.find(code).orElseThrow(EmergencyController::gone);
        model.addAttribute("page", new EmergencyPage(offer.name(), offer.reason(),
                offer.groups().stream().sorted().toList(), "/emergency/" + code));
        return "sign-in/emergency";
    }

    @PostMapping("/emergency/{code}")
    ResponseEntity<Void> begin(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        EmergencySessions.Offer offer = sessions.find(code).orElseThrow(EmergencyController::gone);
        access.requireAnywhere(people.of(offer), Permission.VIEW);
        EmergencyPass pass = sessions.begin(code).orElseThrow(EmergencyController::gone);
        Person person = people.of(pass);
        HttpSession session = request.getSession();
        request.changeSessionId();
        session.setAttribute(SessionKeeper.SIGNED_IN_AT, clock.millis());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new EmergencyAuthentication(pass));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        records.begin(session.getId(), person, null, PostgresSessionRegistry.visit(request));
        return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", "/").build();
    }

    private static Refusal gone() {
        return new Refusal.NotFound("This link was used, has run out, or never was one. Mint another one on the pod.");
    }

    /// How the browser's session remembers it.
    static final class EmergencyAuthentication extends AbstractAuthenticationToken {

        private static final long serialVersionUID = 1L;

        private final EmergencyPass pass;

        EmergencyAuthentication(EmergencyPass pass) {
            super(List.of());
            this.pass = pass;
            setAuthenticated(true);
        }

        @Override
        public EmergencyPass getPrincipal() {
            return pass;
        }

        @Override
        public String getCredentials() {
            return "";
        }

        @Override
        public String getName() {
            return pass.subject();
        }
    }
}
