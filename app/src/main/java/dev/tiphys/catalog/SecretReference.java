package dev.tiphys.catalog;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The name of a Secret that holds what somebody filled into a secret field: the only trace of it in the portal.
final class SecretReference {

    private static final String PREFIX = "tiphys-input-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "[0-9a-f]{24}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretReference() {
    }

    static String create() {
        byte[] bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return PREFIX + HexFormat.of().formatHex(bytes);
    }

    static boolean is(String value) {
        return NAME.matcher(value).matches();
    }
}
