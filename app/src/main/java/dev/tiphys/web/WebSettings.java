package dev.tiphys.web;

import java.net.URI;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How the portal meets the world outside.
///
/// @param publicUrl where people reach it; links in messages start with it
/// @param maxBody the largest body of a request
@ConfigurationProperties("tiphys")
public record WebSettings(@Nullable URI publicUrl, @DefaultValue("1MB") DataSize maxBody) {

    /// The address without a slash at its end.
    public Optional<String> publicAddress() {
        return Optional.ofNullable(publicUrl).map(url -> url.toString().replaceAll("/+$", ""));
    }
}
