package dev.tiphys.identity;

import java.io.Serial;

import org.springframework.security.core.AuthenticationException;

/// The person has to sign in before this, although they have done so before. Pages lead there and back.
public final class SignInAgainException extends AuthenticationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Why why;

    SignInAgainException(Why why, String words) {
        super(words);
        this.why = why;
    }

    /// The reason, in the word that the sign-in page knows.
    enum Why {
        EXPIRED, CONFIRM, FRESH;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    Why why() {
        return why;
    }

    /// What happened and what to do.
    public String words() {
        return String.valueOf(getMessage());
    }

    /// The address of the sign-in that leads back to this path of the portal.
    public String address(String back) {
        return "/sign-in?" + new ReturnPath(back).asParameter() + "&why=" + why.word();
    }
}
