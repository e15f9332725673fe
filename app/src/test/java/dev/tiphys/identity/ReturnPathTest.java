package dev.tiphys.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example/", "/\\evil.example", "/a\r\nb", "/sign-in", "x",
            "", "javascript:alert(1)", "/\t/evil.example", "\\\\evil.example", "///evil.example", "/\u0000", "/live",
            "http:evil.example", "/a\\b", "/%5c%5cevil.example/..//evil.example\n"})
    void leadsNowhereElse(String crafted) {
        assertThat(ReturnPath.of(crafted)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example//evil.example/", "https://evil.example/\\evil",
            "https://evil.example",
            "not an address \u0000"})
    void aForgedRefererLeadsNowhereElseEither(String referer) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/promotions");
        request.addHeader("Referer", referer);
        assertThat(ReturnPath.of(request).stream())
                .allSatisfy(path -> assertThat(path.path()).matches("/([^/\\\\].*)?"));
    }

    @Test
    void aPageComesBackWithItsQuery() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/audit");
        request.setQueryString("q=checkout");
        assertThat(ReturnPath.of(request)).contains(new ReturnPath("/audit?q=checkout"));
    }

    @Test
    void aFormComesBackToThePageItStoodOn() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/promotions");
        request.addHeader("Referer", "https://portal.example/promotions/new?service=checkout");
        assertThat(ReturnPath.of(request)).contains(new ReturnPath("/promotions/new?service=checkout"));
    }
}
