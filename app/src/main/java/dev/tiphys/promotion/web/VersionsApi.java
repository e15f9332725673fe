package dev.tiphys.promotion.web;

import java.util.Map;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.AnnouncedVersion;
import dev.tiphys.promotion.AnnouncedVersions;
import dev.tiphys.promotion.PromotionSights;
import dev.tiphys.promotion.VersionNotice;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// The versions of a service that builds have announced, as JSON: a pipeline posts one after it has pushed the image.
@RestController
@RequestMapping("/api/v1/services/{service}/versions")
@Tag(name = "Versions")
class VersionsApi {

    private final AnnouncedVersions versions;
    private final PromotionSights sights;

    VersionsApi(AnnouncedVersions versions, PromotionSights sights) {
        this.sights = sights;
        this.versions = versions;
    }

    /// What a build says.
    record Notice(@Nullable String version, @Nullable String revision, @Nullable Map<String, String> links) {}

    @GetMapping
    PageOf<AnnouncedVersion> list(@PathVariable String service, Person person, PageAsk ask) {
        sights.requireService(person, service);
        return PageOf.from(versions.list(service), ask);
    }

    @PostMapping
    ResponseEntity<VersionNotice> announce(@PathVariable String service, @RequestBody Notice body, Person person) {
        VersionNotice notice = VersionNotice.read(body.version(), body.revision(), body.links());
        boolean first = versions.announce(service, notice, person);
        return ResponseEntity.status(first ? HttpStatus.CREATED : HttpStatus.OK).body(notice);
    }
}
