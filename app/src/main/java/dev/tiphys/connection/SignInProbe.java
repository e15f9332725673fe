package dev.tiphys.connection;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import dev.tiphys.argo.json.JsonView;

/// Looks at the OpenID provider: its discovery document must name the issuer that is configured.
record SignInProbe(URI issuer, HttpClient http) implements ConnectionProbe {

    @Override
    public String id() {
        return "sign-in";
    }

    @Override
    public String name() {
        return "OpenID provider";
    }

    @Override
    public String address() {
        return issuer.toString();
    }

    @Override
    public Finding look() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration")).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("the discovery document answers " + answer.statusCode());
        }
        String named = JsonView.parse(answer.body()).text("issuer");
        if (!named.equals(issuer.toString())) {
            throw new IOException("the discovery document names another issuer, " + named);
        }
        return Finding.well("");
    }
}
