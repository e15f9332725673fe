package dev.tiphys.promotion.web;

import org.springframework.web.util.UriComponentsBuilder;

import dev.tiphys.fleet.ServiceAddress;
import dev.tiphys.promotion.PromotionId;

/// The addresses of the pages of promotions, in one place.
final class Links {

    static final String HOME = "/promotions";
    static final String HISTORY = HOME + "/history";

    private Links() {
    }

    static String promotion(PromotionId id) {
        return HOME + "/" + id;
    }

    static String tab(PromotionId id, String tab) {
        return promotion(id) + "?tab=" + tab;
    }

    static String target(PromotionId id, String application) {
        return UriComponentsBuilder.fromPath(promotion(id)).pathSegment("targets", application).encode().toUriString();
    }

    static String rollback(PromotionId id, String application) {
        return UriComponentsBuilder.fromPath(promotion(id) + "/rollback").queryParam("application", "{application}")
                .encode().buildAndExpand(application).toUriString();
    }

    static String newPromotion(String service) {
        return UriComponentsBuilder.fromPath(HOME + "/new").queryParam("service", "{service}").encode()
                .buildAndExpand(service).toUriString();
    }

    static String newPromotion(String service, String version) {
        return UriComponentsBuilder.fromPath(HOME + "/new").queryParam("service", "{service}")
                .queryParam("version", "{version}").encode().buildAndExpand(service, version).toUriString();
    }

    static String service(String name) {
        return ServiceAddress.of(name);
    }
}
