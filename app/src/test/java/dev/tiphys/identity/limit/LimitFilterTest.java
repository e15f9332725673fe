package dev.tiphys.identity.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;

import jakarta.servlet.ServletException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import dev.tiphys.testing.PortalTest;

@PortalTest
class LimitFilterTest {

    private final LimitAnswer answer;
    private LimitFilter filter;

    @Autowired
    LimitFilterTest(LimitAnswer answer) {
        this.answer = answer;
        this.filter = filter();
    }

    @BeforeEach
    void fresh() {
        filter = filter();
    }

    private LimitFilter filter() {
        return new LimitFilter(new Buckets(new LimitSettings(3, 3, 10, 2, 1), Clock.systemUTC()), answer);
    }

    @Test
    void aProgramGetsAProblemWithTheTimeToWait() throws Exception {
        for (int request = 0; request < 3; request++) {
            assertThat(get("/api/v1/me", "Bearer tph_one").getStatus()).isEqualTo(200);
        }
        MockHttpServletResponse refused = get("/api/v1/me", "Bearer tph_one");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getContentType()).isEqualTo("application/problem+json");
        assertThat(refused.getHeader("Retry-After")).isEqualTo("20");
        assertThat(refused.getContentAsString()).contains("this API token", "Try again in 20 s");
        assertThat(get("/api/v1/me", "Bearer tph_two").getStatus()).isEqualTo(200);
    }

    @Test
    void aPersonGetsAPage() throws Exception {
        get("/promotions", null);
        get("/promotions", null);
        MockHttpServletResponse refused = get("/promotions", null);
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isNotBlank();
        assertThat(refused.getContentAsString()).contains("without a sign-in");
    }

    @Test
    void signingInIsLimitedMore() throws Exception {
        assertThat(get("/sign-in", null).getStatus()).isEqualTo(200);
        assertThat(get("/oauth2/authorization/tiphys", null).getStatus()).isEqualTo(429);
    }

    @Test
    void manyTokensFromOneAddressAreLimitedTogether() throws Exception {
        for (int request = 0; request < 10; request++) {
            assertThat(get("/api/v1/me", "Bearer guess " + request).getStatus()).isEqualTo(200);
        }
        assertThat(get("/api/v1/me", "Bearer another").getContentAsString()).contains("your address");
    }

    @Test
    void staticFilesAndLiveUpdatesDoNotCount() throws Exception {
        for (int request = 0; request < 20; request++) {
            assertThat(get("/css/app.css", null).getStatus()).isEqualTo(200);
            assertThat(get("/live", null).getStatus()).isEqualTo(200);
        }
        assertThat(get("/promotions", null).getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse get(String path, @org.jspecify.annotations.Nullable String authorization)
            throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        if (authorization != null) {
            request.addHeader("Authorization", authorization);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
