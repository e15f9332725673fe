package dev.tiphys.connection;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the remote systems are watched over.
///
/// @param every how long after a look the next one follows
/// @param deadline how long a look may take
@ConfigurationProperties("tiphys.connection-checks")
record ConnectionCheckProperties(@DefaultValue("30s") Duration every, @DefaultValue("5s") Duration deadline) {}
