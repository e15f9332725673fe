package dev.tiphys.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page before the identity provider's own: it goes there at once, unless there is something to say first.
@Controller
class SignInController {

    private final SignInProvider provider;

    SignInController(SignInProvider provider) {
        this.provider = provider;
    }

    /// What the page says.
    record SignInPage(@Nullable String message, boolean reachable, String address) {}

    @GetMapping("/sign-in")
    String signIn(@RequestParam(name = "why", required = false) @Nullable String why,
            @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wanted, Model model,
            HttpServletRequest request, HttpServletResponse response) {
        ReturnPath.of(wanted).ifPresent(path -> request.getSession().setAttribute(ReturnPath.ATTRIBUTE, path.path()));
        boolean reachable = reachable();
        if (reachable && why == null) {
            return "redirect:" + address();
        }
        if (!reachable) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
        model.addAttribute("page", new SignInPage(message(why), reachable,
                "fresh".equals(why) ? address() + "?" + FreshSignInRequest.PARAMETER + "=true" : address()));
        return "sign-in/show";
    }

    private boolean reachable() {
        try {
            return !provider.get().getClientId().isEmpty();
        } catch (SignInUnavailableException e) {
            return false;
        }
    }

    private static String address() {
        return "/oauth2/authorization/" + SignInProvider.ID;
    }

    private static @Nullable String message(@Nullable String why) {
        return switch (why) {
            case "expired" -> "sign-in.expired";
            case "confirm" -> "sign-in.confirm";
            case "fresh" -> "sign-in.fresh";
            case "out" -> "sign-in.out";
            case "refused" -> "sign-in.refused";
            case null, default -> null;
        };
    }
}
