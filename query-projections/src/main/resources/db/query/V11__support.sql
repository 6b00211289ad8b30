-- What is told of tickets, a row an event: facts, which come late, out of order and twice. What a ticket was like at some
-- moment is worked out when it is asked for. An empty id is one that nobody knew.
create table ticket_fact (
    ticket_id   text        not null,
    position    bigint      not null,
    event_id    text        not null,
    occurred_at timestamptz not null,
    customer_id text        not null,
    user_id     text        not null,
    kind        text        not null,
    matter      text,                 -- how-to, defect …
    feature     text,
    level       text,                 -- as it was told of the ticket itself
    priority    text,
    status      text,
    rating      integer,
    primary key (ticket_id, position)
);

create index ticket_fact_by_customer on ticket_fact (customer_id, ticket_id);

-- Facts that do not count from a position on: retracted, or replaced by another.
create table support_withdrawal (
    event_id text   not null,
    position bigint not null,
    primary key (event_id, position)
);

-- The level of a feature from a moment on.
create table support_feature_fact (
    feature     text        not null,
    position    bigint      not null,
    occurred_at timestamptz not null,
    level       text        not null,
    primary key (feature, position)
);

-- Which courses are required, and who has completed which.
create table support_course_fact (
    course_id   text        not null,
    position    bigint      not null,
    occurred_at timestamptz not null,
    required    boolean,              -- null: retired
    primary key (course_id, position)
);

create table support_training_fact (
    user_id     text        not null,
    course_id   text        not null,
    position    bigint      not null,
    event_id    text        not null,
    occurred_at timestamptz not null,
    primary key (user_id, course_id, position)
);

-- From when a customer is one: the day it signed up, and the first days of its terms.
create table support_customer_fact (
    customer_id text        not null,
    position    bigint      not null,
    occurred_at timestamptz not null,
    registered  boolean     not null,
    day         date        not null,
    primary key (customer_id, position)
);
