package dev.tiphys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

import dev.tiphys.architecture.PortalClasses;

class ModulesTest {

    @Test
    void eachModuleUsesOnlyWhatItDeclares() {
        ApplicationModules modules = ApplicationModules.of(TiphysApplication.class, PortalClasses.others());
        assertThat(modules.stream().map(module -> module.getIdentifier().toString())).contains("web", "identity",
                "audit", "fleet", "promotion");
        modules.verify();
    }
}
