-- An answer to a gate that the portal had not signed, or signed too long ago. It opened nothing; each is on record once.
create table promotion_gate_refusal (
    promotion uuid        not null references promotion,
    node      text        not null,
    wave      text        not null,
    verdict   text        not null check (verdict in ('forged', 'stale')),
    seen_at   timestamptz not null,
    primary key (promotion, node)
);

grant select, insert on promotion_gate_refusal to "${app_role}";

-- The first gate of a workflow opens when the portal knows it as the promotion that was planned.
alter table promotion_decision drop constraint promotion_decision_kind_check;
alter table promotion_decision add constraint promotion_decision_kind_check
    check (kind in ('approval', 'target', 'stop', 'hold', 'admission'));
