package dev.tiphys.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example/", "/\\evil.example", "/a\r\nb", "/sign-in", "x"})
    void leadsNowhereElse(String crafted) {
        assertThat(ReturnPath.of(crafted)).isEmpty();
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
