package dev.tiphys.audit.proof;

/// Where the log is not what was written.
///
/// @param seq the first entry that does not hold
public record Break(long seq, String sentence) {

    static Break at(long seq, String what) {
        return new Break(seq, "Entry " + seq + " " + what);
    }
}
