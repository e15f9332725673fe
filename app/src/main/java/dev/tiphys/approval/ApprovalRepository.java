package dev.tiphys.approval;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/// Requests, written one at a time.
interface ApprovalRepository extends JpaRepository<ApprovalRequest, UUID> {

    /// For a change: whoever comes second waits, and then sees what the first has done.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from ApprovalRequest r where r.id = ?1")
    Optional<ApprovalRequest> lock(UUID id);
}
