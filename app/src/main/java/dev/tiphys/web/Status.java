package dev.tiphys.web;

/// A state with the word for it, so that colour never speaks alone.
public record Status(State state, String word) {

    public String css() {
        return state.css();
    }
}
