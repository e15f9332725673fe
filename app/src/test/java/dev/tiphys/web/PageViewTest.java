package dev.tiphys.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class PageViewTest {

    private final PageView view = new PageView();

    @Test
    void aBrowserGetsTheWholePage() {
        assertThat(view.of(request(), "audit/list", "entries")).isEqualTo("audit/list");
    }

    @Test
    void htmxGetsTheFragmentItAsksFor() {
        assertThat(view.of(htmx("entries"), "audit/list", "entries")).isEqualTo("audit/list :: entries");
    }

    @Test
    void anUndeclaredFragmentIsThePage() {
        assertThat(view.of(htmx("__${T(java.lang.Runtime)}__"), "audit/list", "entries")).isEqualTo("audit/list");
    }

    @Test
    void aRestoredOrBoostedPageIsWhole() {
        MockHttpServletRequest restored = htmx("entries");
        restored.addHeader("HX-History-Restore-Request", "true");
        assertThat(view.of(restored, "audit/list", "entries")).isEqualTo("audit/list");
    }

    private static MockHttpServletRequest request() {
        return new MockHttpServletRequest("GET", "/audit");
    }

    private static MockHttpServletRequest htmx(String target) {
        MockHttpServletRequest request = request();
        request.addHeader("HX-Request", "true");
        request.addHeader("HX-Target", target);
        return request;
    }
}
