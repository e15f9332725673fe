package dev.tiphys.catalog;

/// Where a provider's people can be asked; whoever brings messages there says whether it gets through.
public interface HelpLine {

    /// Whether what is said into this channel is heard.
    boolean reaches(String channel);
}
