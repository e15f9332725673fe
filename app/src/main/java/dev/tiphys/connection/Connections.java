package dev.tiphys.connection;

import java.util.List;
import java.util.NoSuchElementException;

import dev.tiphys.argo.cd.ArgoCd;

/// All configured Argo CDs.
public record Connections(List<ArgoCd> argoCds) {

    public Connections {
        argoCds = List.copyOf(argoCds);
    }

    /// The Argo CD of that configured name.
    public ArgoCd getArgoCd(String name) {
        return argoCds.stream().filter(argoCd -> argoCd.name().equals(name)).findFirst()
                .orElseThrow(() -> new NoSuchElementException("no Argo CD named '" + name + "' is configured"));
    }
}
