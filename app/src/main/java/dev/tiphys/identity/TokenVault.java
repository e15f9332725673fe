package dev.tiphys.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

/// Encrypts the provider's tokens for the database (AES-256-GCM), each bound to the person it belongs to.
@Component
class TokenVault {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<SecretKeySpec> keys;

    TokenVault(IdentitySettings settings) {
        this.keys = settings.keys().stream().map(TokenVault::key).toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("tiphys.identity.key or .key-file must hold a key.");
        }
    }

    byte[] seal(String text, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, owner)
                    .doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM.", e);
        }
    }

    /// Empty when none of the keys opens it, or when it belongs to somebody else.
    Optional<String> open(byte[] sealed, String owner) {
        return keys.stream().flatMap(key -> open(key, sealed, owner).stream()).findFirst();
    }

    private static Optional<String> open(SecretKeySpec key, byte[] sealed, String owner) {
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            byte[] text = cipher(Cipher.DECRYPT_MODE, key, nonce, owner).doFinal(sealed, NONCE_BYTES,
                    sealed.length - NONCE_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String owner)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static SecretKeySpec key(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("A key of tiphys.identity is no Base64.", e);
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "A key of tiphys.identity has " + bytes.length + " bytes; make one with: openssl rand -base64 32");
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
