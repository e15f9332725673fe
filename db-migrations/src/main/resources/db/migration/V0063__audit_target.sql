-- Everything about one thing, whatever kind it is: the evidence of a promotion asks for that.
create index audit_entry_target_id on audit_entry (target_id, seq);
