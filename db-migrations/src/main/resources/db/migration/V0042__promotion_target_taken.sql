-- Somebody looks after a target that asks. It counts for the question it was said to: the next question is free again.
alter table promotion_target add column taken_by text;
alter table promotion_target add column taken_by_name text;
alter table promotion_target add column taken_node text;
