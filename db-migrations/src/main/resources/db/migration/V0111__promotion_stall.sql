-- Promotions that have not moved for longer than they should. The row is what tells the first notice from later ones, on
-- whichever replica.
create table promotion_stall (
    promotion uuid        primary key references promotion,
    since     timestamptz not null
);

grant select, insert, delete on promotion_stall to "${app_role}";
