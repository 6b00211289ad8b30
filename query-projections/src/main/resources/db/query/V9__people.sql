-- What is told of the people at customers, kept as facts: each row knows its place in the log, so that an answer can
-- leave out what was not known yet. Nothing is ever replaced; what has been taken back is said beside it.

-- Who the customers are: 'registered', 'churned', 'won-back'; the day is the one that the event speaks of.
create table customer_fact (
    customer_id text   not null,
    position    bigint not null,
    day         date   not null,
    kind        text   not null,
    primary key (customer_id, position)
);

-- What is told of persons, a row an event. The subject is the course of a training; else it is empty.
create table person_fact (
    customer_id text        not null,
    user_id     text        not null,
    position    bigint      not null,
    occurred_at timestamptz not null,
    kind        text        not null,
    subject     text        not null,
    department  text,
    role        text,
    primary key (customer_id, user_id, position)
);

-- Use by a person: a row a person, day and feature ('' = logged on), of the events of one page, with the count of each.
create table use_of_day (
    customer_id    text     not null,
    user_id        text     not null,
    day            date     not null,
    feature        text     not null,
    first_position bigint   not null,
    positions      bigint[] not null,
    counts         bigint[] not null,
    primary key (customer_id, user_id, day, feature, first_position)
);

create index use_of_day_by_day on use_of_day (customer_id, day);

-- Use of a source that knows no persons: a day's totals as reported. The last report of a day counts.
create table total_of_day (
    customer_id  text   not null,
    day          date   not null,
    position     bigint not null,
    active_users integer,
    actions      bigint not null,
    features     jsonb  not null,
    primary key (customer_id, day, position)
);

create table course_fact (
    course_id   text        not null,
    position    bigint      not null,
    occurred_at timestamptz not null,
    kind        text        not null,
    level       text,
    required    boolean,
    primary key (course_id, position)
);

create table feature_fact (
    feature     text        not null,
    position    bigint      not null,
    occurred_at timestamptz not null,
    level       text        not null,
    product     text,
    value_event boolean     not null,
    primary key (feature, position)
);

create table audience_fact (
    customer_id text        not null,
    position    bigint      not null,
    occurred_at timestamptz not null,
    departments jsonb       not null,
    primary key (customer_id, position)
);

-- Facts that do not count from a position on, as they were taken back or corrected. The customer and the day are those
-- of the fact: only the uses of that day need to be looked at event by event.
create table withdrawn_fact (
    fact_position bigint not null,
    position      bigint not null,
    customer_id   text   not null,
    day           date   not null,
    primary key (fact_position, position)
);

create index withdrawn_fact_by_day on withdrawn_fact (customer_id, day);
