package dev.tiphys.promotion.web;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.ToldPeople;

/// Where people were told that a promotion waits for them, as long as it does.
@Component
class Telling {

    private final ObjectProvider<ToldPeople> tellers;

    Telling(ObjectProvider<ToldPeople> tellers) {
        this.tellers = tellers;
    }

    /// Empty while nobody is needed or was told.
    List<ToldPeople.Told> of(PromotionView promotion) {
        List<String> waves = promotion.waves().stream().filter(wave -> wave.phase().equals("WAITING"))
                .map(PromotionView.WaveView::name).toList();
        boolean needed = !waves.isEmpty() || Waits.asks(promotion) || Waits.stuck(promotion);
        return !needed
                ? List.of()
                : tellers.stream().flatMap(teller -> teller.of(promotion.id(), waves).stream()).distinct().toList();
    }
}
