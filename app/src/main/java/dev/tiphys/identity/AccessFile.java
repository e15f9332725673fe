package dev.tiphys.identity;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the access policy is read from when it is not written beside the other settings.
///
/// @param accessFile the policy in YAML; it replaces `tiphys.access` altogether
/// @param accessPoll how often the file is looked at
@ConfigurationProperties("tiphys")
record AccessFile(@Nullable Path accessFile, @DefaultValue("3s") Duration accessPoll) {}
