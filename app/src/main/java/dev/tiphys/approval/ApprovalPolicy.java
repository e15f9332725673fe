package dev.tiphys.approval;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import org.springframework.boot.context.properties.bind.DefaultValue;

import dev.tiphys.identity.Scope;

/// Who must agree before something happens, and how long they have. It limits who may decide: the right itself comes
/// from the access policy alone.
///
/// @param kinds of what it speaks; empty for everything
/// @param groups of each of which a person of its own must agree
record ApprovalPolicy(@NotBlank String name, @DefaultValue Set<ApprovalSubject.Kind> kinds,
        @DefaultValue("*") @NotEmpty Set<String> services, @DefaultValue("*") @NotEmpty Set<String> teams,
        @DefaultValue("*") @NotEmpty Set<String> environments, @DefaultValue("*") @NotEmpty Set<String> providers,
        @DefaultValue("1") @Min(1) int quorum, @DefaultValue List<@NotBlank String> groups,
        @DefaultValue("7d") Duration expiry, @DefaultValue List<@NotBlank String> escalateTo,
        @DefaultValue("false") boolean reasonRequired, @DefaultValue List<@NotBlank String> breakGlass,
        @DefaultValue("24h") Duration reviewWithin, @DefaultValue("false") boolean substitutes,
        @DefaultValue("false") boolean bulk, @DefaultValue("link") SlackMode slackMode,
        @DefaultValue("") String slackChannel) {

    /// What holds where no policy speaks: one other person who may, within a week.
    static final ApprovalPolicy DEFAULT = new ApprovalPolicy("default", Set.of(), Set.of("*"), Set.of("*"),
            Set.of("*"), Set.of("*"), 1, List.of(), Duration.ofDays(7), List.of(), false, List.of(),
            Duration.ofHours(24), false, false, SlackMode.LINK, "");

    ApprovalPolicy {
        kinds = Set.copyOf(kinds);
        services = Set.copyOf(services);
        teams = Set.copyOf(teams);
        environments = Set.copyOf(environments);
        providers = Set.copyOf(providers);
        groups = List.copyOf(groups);
        escalateTo = List.copyOf(escalateTo);
        breakGlass = List.copyOf(breakGlass);
        if (expiry.isNegative() || expiry.isZero() || reviewWithin.isNegative() || reviewWithin.isZero()) {
            throw new IllegalArgumentException(
                    "The policy " + name + " must give people some time: expiry and review-within are more than 0.");
        }
    }

    /// How Slack takes part.
    enum SlackMode {
        LINK, BUTTONS, OFF;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean covers(ApprovalSubject.Kind kind, Scope scope) {
        return (kinds.isEmpty() || kinds.contains(kind)) && Glob.anyMatches(services, scope.service())
                && Glob.anyMatches(teams, scope.team()) && Glob.anyMatches(environments, scope.environment())
                && Glob.anyMatches(providers, scope.provider());
    }

    Quorum needs() {
        return new Quorum(quorum, groups);
    }

    Duration reminderAfter() {
        return expiry.dividedBy(2);
    }

    Duration escalationAfter() {
        return expiry.multipliedBy(4).dividedBy(5);
    }
}
