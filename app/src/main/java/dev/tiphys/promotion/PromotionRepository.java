package dev.tiphys.promotion;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/// Promotions, written one at a time.
interface PromotionRepository extends JpaRepository<Promotion, UUID> {

    /// For a change that must not meet another one: whoever comes second waits, and then sees what the first has done.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Promotion p where p.id = ?1")
    Optional<Promotion> lock(UUID id);
}
