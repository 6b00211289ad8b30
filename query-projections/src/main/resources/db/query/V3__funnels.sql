create table funnel_definition (
    funnel_id  text   not null primary key,
    definition jsonb  not null,
    position   bigint not null
);

-- One row an occurrence: an event of a customer, or its day of usage. The occurrence tells repeats from new ones: the
-- day for a day's totals, which may be reported again, and the position for everything else. A day on which nothing was
-- done has a row, too, as it may take back an earlier report; it did not happen.
create table funnel_occurrence (
    customer_id text        not null,
    event       text        not null,
    occurrence  bigint      not null,
    occurred_at timestamptz not null,
    happened    boolean     not null,
    features    text[]      not null default '{}',
    position    bigint      not null,
    primary key (customer_id, event, occurrence)
);

create index funnel_occurrence_by_event on funnel_occurrence (event, occurred_at);

-- The names to show beside a bar.
create table funnel_customer (
    customer_id text not null primary key,
    name        text not null
);
