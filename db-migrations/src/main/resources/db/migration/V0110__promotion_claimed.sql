-- Set while its workflow is being created. A cluster that moves before then ends the promotion; afterwards it counts as
-- submitted, so that one row lock decides which of the two was first.
alter table promotion add column claimed_at timestamptz;
