-- Funnels keep facts, each with its place in the log, so that they can be seen as of any day and as known at any
-- position. The former tables are dropped, and the view goes through the log once more.
drop table funnel_definition, funnel_occurrence, funnel_customer;
delete from parked_event where projection = 'funnel';
update projection set position = 0 where name = 'funnel';

create table funnel_definition (
    funnel_id  text   not null,
    position   bigint not null,
    definition jsonb  not null,
    primary key (funnel_id, position)
);

-- What happened, a row a person ('' = the customer), event, subject and day, of the events of one page: the place of each
-- and its time in microseconds since 1970. The subject is a feature, a course, a task, or the
-- day whose totals are reported. Such reports are never merged: a later one of the day replaces an earlier one, and it
-- may say that nothing happened.
create table funnel_occurrence (
    customer_id    text     not null,
    event          text     not null,
    user_id        text     not null,
    subject        text     not null,
    day            date     not null,
    first_position bigint   not null,
    positions      bigint[] not null,
    times          bigint[] not null,
    happened       boolean  not null,
    features       text[]   not null,
    primary key (customer_id, event, user_id, subject, day, first_position)
);

create index funnel_occurrence_by_event on funnel_occurrence (event, day, customer_id);

-- Of each person the facts that were the first of their kind when they became known: the first of all that are known at
-- a position is among them. Of a kind from which a fact was withdrawn all are here, as any may have become the first.
create table funnel_first (
    customer_id text        not null,
    user_id     text        not null,
    kind        text        not null,
    subject     text        not null,
    position    bigint      not null,
    occurred_at timestamptz not null,
    primary key (customer_id, user_id, kind, subject, position)
);

-- Facts that do not count from a position on, as they were retracted or corrected.
create table funnel_withdrawn (
    position     bigint not null,
    withdrawn_by bigint not null,
    primary key (position, withdrawn_by)
);

-- Terms ('term', from starts_on to before ends_on), changes of seats and of plan ('change', from starts_on; what is null
-- stays), and cancellations ('end', on starts_on).
create table funnel_contract (
    customer_id text        not null,
    position    bigint      not null,
    occurred_at timestamptz not null,
    license_id  text        not null,
    kind        text        not null,
    starts_on   date        not null,
    ends_on     date,
    seats       integer,
    plan        text,
    primary key (customer_id, position)
);

-- Tasks of onboardings: 'planned', with what they are, then 'completed', 'skipped' or 'reopened'.
create table funnel_task (
    customer_id   text        not null,
    position      bigint      not null,
    onboarding_id text        not null,
    task_id       text        not null,
    kind          text        not null,
    occurred_at   timestamptz not null,
    title         text,
    due_on        date,
    required      boolean,
    milestone     boolean,
    primary key (customer_id, position, task_id)
);

-- What customers can be told apart by: 'name', 'owner' and 'profile.' with the key; a value that was removed is null.
create table funnel_property (
    customer_id text        not null,
    property    text        not null,
    position    bigint      not null,
    occurred_at timestamptz not null,
    value       text,
    primary key (customer_id, property, position)
);

create table funnel_feature (
    feature     text        not null,
    position    bigint      not null,
    occurred_at timestamptz not null,
    value_event boolean     not null,
    primary key (feature, position)
);

create table funnel_course (
    course_id   text        not null,
    position    bigint      not null,
    occurred_at timestamptz not null,
    required    boolean     not null,
    primary key (course_id, position)
);
