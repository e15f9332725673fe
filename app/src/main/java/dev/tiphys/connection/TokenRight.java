package dev.tiphys.connection;

/// A right that was asked for by a token itself.
///
/// @param what in words, such as `sync applications`
/// @param wanted whether the portal needs it; one that it does not need had better be refused
public record TokenRight(String what, boolean allowed, boolean wanted) {

    /// Whether it is as it should be.
    public boolean fits() {
        return allowed == wanted;
    }
}
