package dev.tiphys.promotion;

import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/// Promotions, written one at a time.
interface PromotionRepository extends JpaRepository<Promotion, UUID> {}
