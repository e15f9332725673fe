package dev.tiphys.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import dev.tiphys.testing.DemoPolicy;

class SandboxTokensTest {

    @Test
    void existInTheSandboxAlone() {
        assertThat(books("sandbox")).hasSize(1);
        assertThat(books("production")).isEmpty();
    }

    @Test
    void areThoseOfTheDemoUsersAndNobodyElse() {
        TokenBook book = books("sandbox").getFirst();
        assertThat(book.find("tph_sandbox_developer").orElseThrow().teams()).containsExactly("shop");
        assertThat(book.find("tph_sandbox_root")).isEmpty();
        assertThat(book.find("developer")).isEmpty();
    }

    private static List<TokenBook> books(String profile) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment().setActiveProfiles(profile);
            SandboxPeople.DemoPerson developer = new SandboxPeople.DemoPerson("developer", "Deniz",
                    Set.of("shop-team"));
            context.registerBean(SandboxPeople.class, () -> new SandboxPeople(List.of(developer)));
            SignInSettings settings = new SignInSettings(URI.create("http://localhost"), "tiphys", "", null, Set.of(),
                    "preferred_username", "groups");
            context.registerBean(People.class, () -> new People(() -> Policy.of(DemoPolicy.read()), settings));
            context.register(SandboxTokens.class);
            context.refresh();
            return List.copyOf(context.getBeansOfType(TokenBook.class).values());
        }
    }
}
