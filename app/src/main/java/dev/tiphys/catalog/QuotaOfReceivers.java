package dev.tiphys.catalog;

import org.springframework.stereotype.Component;

/// A team takes over no more than it could order.
@Component
class QuotaOfReceivers implements Receiving {

    private final Catalog catalog;
    private final OrderRules rules;
    private final QuotaSeats seats;

    QuotaOfReceivers(Catalog catalog, OrderRules rules, QuotaSeats seats) {
        this.catalog = catalog;
        this.rules = rules;
        this.seats = seats;
    }

    @Override
    public String whyNot(Instance instance, String team) {
        return catalog.snapshot().find(instance.provider(), instance.item(), instance.itemVersion())
                .filter(item -> item.sheet().quotaPerTeam() > 0).map(item -> {
                    seats.lock(item.provider(), item.name(), team);
                    return rules.quota(item, team);
                }).orElse("");
    }
}
