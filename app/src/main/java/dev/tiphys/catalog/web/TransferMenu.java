package dev.tiphys.catalog.web;

import org.springframework.stereotype.Component;

import dev.tiphys.web.PersonMenuEntry;

/// What one's teams are offered, in the person menu.
@Component
class TransferMenu implements PersonMenuEntry {

    @Override
    public String label() {
        return "transfers.title";
    }

    @Override
    public String path() {
        return TransferController.PATH;
    }

    @Override
    public int order() {
        return 40;
    }
}
