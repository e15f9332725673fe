package dev.tiphys.identity;

/// Who may do something somewhere. What is empty is not part of the question.
public record AccessQuestion(Permission permission, String service, String environment, String provider) {

    private static final int LONGEST = 200;

    public AccessQuestion {
        service = brief(service);
        environment = brief(environment);
        provider = brief(provider);
    }

    private static String brief(String text) {
        String stripped = text.strip();
        return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
    }

    Scope scope(PortalPlaces places) {
        Scope scope = !provider.isEmpty()
                ? Scope.provider(provider)
                : service.isEmpty() ? Scope.portal() : Scope.service(service, places.teamOf(service).orElse(null));
        return environment.isEmpty() ? scope : scope.in(environment);
    }
}
