package dev.tiphys.browser;

import java.nio.file.Path;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/// One portal and one browser for all browser tests; where there is no browser they are skipped, and say so.
final class Stage implements AutoCloseable {

    private static final double PATIENCE = 120_000;

    private final RunningPortal portal;
    private final Chromium chromium;

    private Stage(Path program, RunningPortal portal) {
        this.portal = portal;
        this.chromium = Chromium.start(program);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE / 4);
    }

    /// A stage of its own for a test that needs another fleet.
    static Stage of(Path program, RunningPortal portal) {
        return new Stage(program, portal);
    }

    RunningPortal portal() {
        return portal;
    }

    /// Somebody who has signed in and looks at the home page.
    Page signIn(String user, NewContextOptions options) {
        BrowserContext context = chromium.browser().newContext(options);
        context.setDefaultTimeout(PATIENCE);
        Page page = context.newPage();
        page.navigate(portal.page("/promotions"));
        page.locator("button[value=" + user + "]").click();
        page.waitForURL("**/promotions*");
        return page;
    }

    Page signIn(String user) {
        return signIn(user, wide());
    }

    static NewContextOptions wide() {
        return new NewContextOptions().setViewportSize(1440, 900).setReducedMotion(ReducedMotion.REDUCE);
    }

    static NewContextOptions phone() {
        return new NewContextOptions().setViewportSize(390, 844).setReducedMotion(ReducedMotion.REDUCE);
    }

    @Override
    public void close() {
        chromium.close();
        portal.close();
    }

    /// Hands the stage to a test.
    static final class Curtain implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
            return parameter.getParameter().getType() == Stage.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
            Path program = Chromium.find().orElseThrow(() -> {
                System.err.println("BROWSER TESTS SKIPPED: there is no Chromium at /usr/bin/chromium.");
                return new TestAbortedException("There is no Chromium at /usr/bin/chromium: browser tests skipped.");
            });
            return extension.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(Stage.class,
                    key -> new Stage(program, RunningPortal.start()), Stage.class);
        }
    }
}
