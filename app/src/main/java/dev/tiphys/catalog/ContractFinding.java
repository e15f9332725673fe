package dev.tiphys.catalog;

/// Something that is wrong with what a provider offers, or that will hurt somebody.
///
/// @param item empty when it concerns none
/// @param place the template or sheet, and where in it
/// @param remedy how it is mended
public record ContractFinding(Level level, String item, String place, String what, String remedy) {

    /// How bad it is.
    public enum Level {
        /// It does not work, or people can misuse it.
        ERROR,
        /// It works, and will surprise somebody.
        WARNING
    }
}
