package dev.tiphys.notification.slack;

/// A request to the interactions' address as it came, before anything of it is believed.
///
/// @param body as it was signed: a form, which is ASCII; what is no UTF-8 is not Slack's
public record SignedRequest(String timestamp, String signature, String body) {}
