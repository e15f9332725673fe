-- Why a version is promoted, in the requester's words, and the change it belongs to elsewhere.
alter table promotion add column note text not null default '';
alter table promotion add column change_reference text not null default '';
