package dev.tiphys.catalog;

import java.util.function.Consumer;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/// Tells a test which point a run has passed, such as `run BEFORE_CREATE`.
public final class CatalogKiller {

    private CatalogKiller() {
    }

    public static void register(ConfigurableListableBeanFactory beans, Consumer<String> passed) {
        RunMilestone milestone = point -> passed.accept(name(point));
        beans.registerSingleton("catalogKiller", milestone);
    }

    static String name(RunMilestone.Point point) {
        return "run " + point.name();
    }
}
