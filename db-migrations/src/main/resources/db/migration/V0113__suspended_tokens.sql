-- A database that was restored has tokens that may have been revoked since the backup. They are good for nothing until an
-- administrator has confirmed them.
alter table api_token add column suspended_at timestamptz;

alter table portal_hold_choice drop constraint portal_hold_choice_choice_check;
alter table portal_hold_choice add constraint portal_hold_choice_choice_check
    check (choice in ('accept', 'send', 'drop', 'confirm'));
