-- A question to people, about the hash of exactly one plan, with the policy as it stood when the question was asked: a
-- later change of the configuration does not change what was asked. One subject has at most one open request, and a
-- request leaves OPEN once: both are kept here, whatever the code does.
create table approval_request (
    id                uuid        primary key,
    subject_kind      text        not null check (subject_kind in
                          ('PROMOTION_GATE', 'CATALOG_ORDER', 'ACTION', 'HOLD_OVERRIDE')),
    subject_id        text        not null,
    subject_part      text        not null,
    plan_hash         text        not null,
    title             text        not null,
    requester         text        not null,
    wish              text        not null,
    policy            text        not null,
    asked             text        not null,
    state             text        not null check (state in ('OPEN', 'GRANTED', 'REJECTED', 'EXPIRED', 'VOID')),
    opened_at         timestamptz not null,
    expires_at        timestamptz not null check (expires_at > opened_at),
    closed_at         timestamptz check ((closed_at is null) = (state = 'OPEN')),
    reminded_at       timestamptz,
    escalated_at      timestamptz,
    taken_by          text,
    taken_by_name     text,
    question_open     boolean     not null,
    broken_by         text,
    review_due_at     timestamptz check ((broken_by is null) = (review_due_at is null)),
    reviewed_by       text        check (reviewed_by is null or reviewed_by <> broken_by),
    row_version       int         not null,
    check (broken_by is null or state = 'GRANTED')
);

create unique index approval_request_one_open on approval_request (subject_kind, subject_id, subject_part)
    where state = 'OPEN';
create index approval_request_subject on approval_request (subject_kind, subject_id, subject_part, opened_at desc);
create index approval_request_recent on approval_request (opened_at desc);
create index approval_request_to_review on approval_request (review_due_at)
    where review_due_at is not null and reviewed_by is null;

create function approval_request_is_decided_once() returns trigger language plpgsql as $$
begin
    if old.state <> 'OPEN' and (new.state <> old.state or new.closed_at <> old.closed_at
            or new.broken_by is distinct from old.broken_by) then
        raise exception 'Approval request % is %: what was decided stays.', old.id, old.state;
    end if;
    if new.plan_hash <> old.plan_hash or new.wish <> old.wish or new.policy <> old.policy
            or new.requester <> old.requester then
        raise exception 'Approval request %: what was asked stays.', old.id;
    end if;
    return new;
end
$$;

create trigger approval_request_decided_once before update on approval_request
    for each row execute function approval_request_is_decided_once();

-- What happened to a request, in its order: history is data.
create table approval_step (
    request    uuid        not null references approval_request,
    position   int         not null,
    kind       text        not null,
    by_subject text        not null,
    by_name    text        not null,
    via        text        not null,
    words      text        not null,
    at         timestamptz not null,
    primary key (request, position)
);

-- Each yes, one for each person. `counts_for` names the required groups it may stand for; `for_name` whom a substitute
-- stood for.
create table approval_vote (
    request    uuid        not null references approval_request,
    position   int         not null,
    person     text        not null,
    name       text        not null,
    counts_for text        not null,
    for_name   text        not null,
    at         timestamptz not null,
    primary key (request, position),
    unique (request, person)
);

grant select, insert, update on approval_request to "${app_role}";
grant select, insert on approval_step, approval_vote to "${app_role}";
