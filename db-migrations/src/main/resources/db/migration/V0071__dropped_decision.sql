-- After a restore an administrator may drop a decision that was never told to its workflow. Its question can then be
-- answered anew, so the row must go; the audit log keeps who dropped it and why.
grant delete on promotion_decision to "${app_role}";
