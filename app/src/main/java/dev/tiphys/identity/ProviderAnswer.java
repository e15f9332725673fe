package dev.tiphys.identity;

import java.util.Map;

/// What the provider says when it is asked about somebody.
sealed interface ProviderAnswer {

    /// It vouches for them, with these claims; the grant is the one to ask with next time.
    record Vouched(Map<String, Object> claims, ProviderGrant next) implements ProviderAnswer {

        public Vouched {
            claims = Map.copyOf(claims);
        }
    }

    /// It no longer does.
    record Refused(String why) implements ProviderAnswer {}

    /// It does not answer, or not as it must.
    record Silent(String why) implements ProviderAnswer {}
}
