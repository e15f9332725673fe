package dev.tiphys.identity.limit;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Requests a minute. Static files and the stream of live updates do not count.
@Validated
@ConfigurationProperties("tiphys.limits")
record LimitSettings(@Min(1) @DefaultValue("600") int token, @Min(1) @DefaultValue("1200") int session,
        @Min(1) @DefaultValue("6000") int address, @Min(1) @DefaultValue("240") int anonymous,
        @Min(1) @DefaultValue("60") int signIn) {

    int of(Kind kind) {
        return switch (kind) {
            case TOKEN -> token;
            case SESSION -> session;
            case ADDRESS -> address;
            case ANONYMOUS -> anonymous;
            case SIGN_IN -> signIn;
        };
    }

    /// What is counted.
    enum Kind {
        TOKEN("this API token"), SESSION("this session"), ADDRESS("your address"), ANONYMOUS(
                "your address, without a sign-in"), SIGN_IN("sign-ins from your address");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
