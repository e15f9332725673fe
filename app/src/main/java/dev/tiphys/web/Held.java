package dev.tiphys.web;

/// The portal stands still for now and changes nothing, whoever asks (503). The message is for the person who asked.
public final class Held extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Held(String message) {
        super(message);
    }
}
