-- What was agreed with customers, a row an event. What it comes to on a day is a question to these rows, so that nothing
-- that was true, or was known, is ever overwritten.
create table revenue_fact (
    customer_id                text        not null,
    position                   bigint      not null,
    occurred_at                timestamptz not null,
    kind                       text        not null,
    license_id                 text        not null, -- empty: of the customer as a whole
    day                        date,                 -- first day it holds
    ends_on                    date,
    plan                       text,
    seats                      integer,
    price_per_seat_minor_units bigint,
    currency                   text,
    reason                     text,
    properties                 jsonb,                -- of the profile, as they are from then on; null: removed
    primary key (customer_id, position)
);
