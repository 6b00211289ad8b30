-- What every event says of seats, a row an event. The ledger is folded from these rows when it is asked for, so that it
-- can be asked as of any day and as it was known at any position: no row is ever changed.

create table seat_fact (
    customer_id                text        not null,
    position                   bigint      not null,
    occurred_at                timestamptz not null,
    license_id                 text        not null,  -- '' when it is about the customer
    kind                       text        not null,
    day                        date        not null,  -- first day it is about
    ends_on                    date,
    user_id                    text,
    label                      text,
    plan                       text,
    seats                      integer     not null,
    price_per_seat_minor_units bigint      not null,
    currency                   text,
    primary key (customer_id, position)
);
