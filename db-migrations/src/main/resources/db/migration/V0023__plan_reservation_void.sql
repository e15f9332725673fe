-- A plan that was shown is void once one of its clusters has moved to another environment, even if a new plan would have
-- the same hash: who starts it has looked at another fleet.
alter table plan_reservation add column clusters text[] not null default '{}';
alter table plan_reservation add column voided text;

create index plan_reservation_clusters on plan_reservation using gin (clusters);

grant update on plan_reservation to "${app_role}";
