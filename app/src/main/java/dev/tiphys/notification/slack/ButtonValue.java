package dev.tiphys.notification.slack;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tiphys.approval.ApprovalId;

/// What a button carries: which request, and a nonce that ties it to its message. Nothing that would be believed.
record ButtonValue(ApprovalId request, String nonce) {

    private static final Pattern FORM = Pattern
            .compile("([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.([A-Za-z0-9_-]{43})");

    static Optional<ButtonValue> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new ButtonValue(new ApprovalId(UUID.fromString(form.group(1))), form.group(2)))
                : Optional.empty();
    }

    String text() {
        return request + "." + nonce;
    }
}
