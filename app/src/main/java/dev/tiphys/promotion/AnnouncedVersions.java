package dev.tiphys.promotion;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.fleet.Fleet;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Versions that builds have announced, so that a person chooses one instead of typing it.
@Component
public class AnnouncedVersions {

    private final AnnouncedVersionQueries queries;
    private final Fleet fleet;
    private final PromotionRights rights;
    private final PromotionNews news;
    private final Clock clock;

    AnnouncedVersions(AnnouncedVersionQueries queries, Fleet fleet, PromotionRights rights, PromotionNews news,
            Clock clock) {
        this.queries = queries;
        this.fleet = fleet;
        this.rights = rights;
        this.news = news;
        this.clock = clock;
    }

    /// Takes what a build says about a version; a second word about the same one replaces the first.
    ///
    /// @return whether it is the first word about it
    /// @throws Refusal.NotAllowed unless the person may promote the service somewhere
    @Transactional
    public boolean announce(String service, VersionNotice notice, Person person) {
        ActionTaken action = ActionTaken.by(person, "version.announced", "service", service)
                .change(null, notice.version() + (notice.revision().isEmpty() ? "" : " at " + notice.revision()));
        try {
            rights.requireSomePromotion(person, service);
        } catch (Refusal.NotAllowed refusal) {
            news.recordRefusal(action, service, "", refusal);
            throw refusal;
        }
        if (!fleet.snapshot().services().contains(service)) {
            throw new Refusal.NotFound("There is no service " + service + ".");
        }
        boolean first = queries.upsert(service, notice, person.name(), clock.instant());
        news.record(action, service, "");
        return first;
    }

    /// What a build has said about this version; empty when none has.
    public Optional<AnnouncedVersion> find(String service, String version) {
        return queries.find(service, List.of(version)).stream().findFirst();
    }

    /// The latest ones first, at most 20.
    public List<AnnouncedVersion> list(String service) {
        return queries.list(service);
    }
}
