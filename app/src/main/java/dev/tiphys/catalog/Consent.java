package dev.tiphys.catalog;

/// What somebody who deletes an instance has confirmed.
///
/// @param name of the instance, as they typed it
/// @param despite whether they want it although others use it
public record Consent(String name, boolean despite) {

    /// To an action that asks for none.
    public static final Consent NONE = new Consent("", false);
}
