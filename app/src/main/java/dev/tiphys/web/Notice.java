package dev.tiphys.web;

/// Something a person should know before reading on.
public record Notice(State state, String text) {

    public String css() {
        return state.css();
    }
}
