package dev.tiphys.notification.slack;

/// A request to the interactions' address as it came, before anything of it is believed.
public record SignedRequest(String timestamp, String signature, byte[] body) {

    public SignedRequest {
        body = body.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }
}
