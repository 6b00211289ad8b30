-- Views that are being built anew in a schema of their own. The shape is that of the live tables at the beginning; the pace
-- counts from where the work was last begun or taken up.
create table rebuild (
    projection  text        not null primary key,
    shape       text        not null,
    started_at  timestamptz not null default clock_timestamp(),
    position    bigint      not null default 0,
    going_since timestamptz not null default clock_timestamp(),
    going_from  bigint      not null default 0,
    reached_at  timestamptz,
    error       text
);

-- Nobody's rows: whoever answers holds it open, and whoever exchanges a view's tables shuts it for that moment.
create table projection_gate (
    nothing boolean
);
