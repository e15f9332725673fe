package dev.tiphys.web;

import java.net.URI;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where the portal is reached from outside; links in messages start with it.
@ConfigurationProperties("tiphys")
public record WebSettings(@Nullable URI publicUrl) {

    /// The address without a slash at its end.
    public Optional<String> publicAddress() {
        return Optional.ofNullable(publicUrl).map(url -> url.toString().replaceAll("/+$", ""));
    }
}
