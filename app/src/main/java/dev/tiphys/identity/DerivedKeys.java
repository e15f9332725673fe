package dev.tiphys.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;

import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

import org.springframework.stereotype.Component;

/// Secrets for one purpose each, derived from the portal's own key (HKDF-SHA256, RFC 5869), so that one secret is kept
/// and rotated, and none of the derived ones tells anything about another.
@Component
public class DerivedKeys {

    private static final int BYTES = 32;

    private final IdentitySettings settings;

    DerivedKeys(IdentitySettings settings) {
        this.settings = settings;
    }

    /// 32 bytes from the present key, then from each of the former ones.
    ///
    /// @param purpose what they are for; the same one always gives the same bytes
    public List<byte[]> forPurpose(String purpose) {
        return settings.keys().stream().map(key -> derived(Base64.getDecoder().decode(key), purpose)).toList();
    }

    private static byte[] derived(byte[] key, String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.ofExtract().addIKM(key)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK since 25 has HKDF.", e);
        }
    }
}
