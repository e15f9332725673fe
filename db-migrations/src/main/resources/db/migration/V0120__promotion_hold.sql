-- A promotion can be paused and resumed, and a rollout that waits for a person can be let on: three more decisions. Each
-- pause and each resume is a question of its own (`pause-1`, `resume-1`, `pause-2` …), so that each takes one answer.
alter table promotion_decision drop constraint promotion_decision_kind_check;
alter table promotion_decision add constraint promotion_decision_kind_check
    check (kind in ('approval', 'target', 'stop', 'hold'));
alter table promotion_decision drop constraint promotion_decision_decision_check;
alter table promotion_decision add constraint promotion_decision_decision_check
    check (decision in ('approve', 'reject', 'retry', 'skip', 'stop', 'pause', 'resume', 'continue'));

-- Which rollouts the portal itself holds for a pause: those alone are let on again. The row is written before the rollout
-- is told (`held_at` is null until then), so that a portal that dies in between does not take its own pause for that of a
-- stranger.
create table promotion_held_rollout (
    id          uuid        primary key,
    promotion   uuid        not null references promotion,
    application text        not null,
    rollout     text        not null,
    noted_at    timestamptz not null,
    held_at     timestamptz,
    released_at timestamptz
);

create unique index promotion_held_rollout_once on promotion_held_rollout (promotion, application, rollout)
    where released_at is null;

grant select, insert, update on promotion_held_rollout to "${app_role}";
