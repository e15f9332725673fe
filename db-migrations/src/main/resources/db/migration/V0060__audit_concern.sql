-- Whom an entry concerns, so that people see the entries of their services without the right to read the whole log, and
-- one can search by service and environment. The empty text stands for "nothing said"; it is left out of the hash, so
-- entries that were written before hash as they did.
alter table audit_entry
    add column service     text not null default '',
    add column environment text not null default '',
    add column team        text not null default '',
    add column provider    text not null default '',
    add column cluster     text not null default '',
    add column part_of     text not null default '';

-- Serves both the list of what the log speaks of (read by skipping from one to the next) and the search by service.
create index audit_entry_concern on audit_entry (service, environment, team, provider, seq);
create index audit_entry_environment on audit_entry (environment, seq) where environment <> '';
create index audit_entry_part on audit_entry (part_of, seq) where part_of <> '';
create index audit_entry_request on audit_entry (request_id, seq) where request_id is not null;
