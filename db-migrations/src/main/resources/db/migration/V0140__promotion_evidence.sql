-- Pods, workflows and analysis runs go; what they said when a target asked or ended stays with the target. `wish` is
-- written in the transaction that saw the target ask or end, and goes once its evidence is kept.
create table promotion_evidence_wish (
    promotion   uuid not null references promotion,
    application text not null,
    attempt     int  not null,
    primary key (promotion, application, attempt)
);

create table promotion_evidence (
    promotion   uuid        not null references promotion,
    application text        not null,
    attempt     int         not null,
    kind        text        not null check (kind in ('step', 'pod', 'analysis')),
    name        text        not null,
    source      text        not null,
    content     text        not null check (octet_length(content) <= 131072),
    trouble     text        not null,
    kept_at     timestamptz not null,
    primary key (promotion, application, attempt, kind, name)
);

grant select, insert, delete on promotion_evidence_wish to "${app_role}";
grant select, insert on promotion_evidence to "${app_role}";
