-- How far each projection has read. The row is locked while a page is projected, so that one node at a time does it,
-- and moves in the same transaction as the rows of the page.
create table projection (
    name     text   not null primary key,
    position bigint not null default 0
);

-- Events that a projection could not digest, and all later ones of the same customer, which wait behind them.
create table parked_event (
    projection  text        not null,
    position    bigint      not null,
    customer_id text        not null default '',
    error       text        not null,
    parked_at   timestamptz not null default clock_timestamp(),
    primary key (projection, position)
);

create index parked_event_by_customer on parked_event (projection, customer_id);

-- From when to when customers' events reach.
create table log_span (
    single            boolean     not null primary key default true check (single),
    first_occurred_at timestamptz not null,
    last_occurred_at  timestamptz not null
);
