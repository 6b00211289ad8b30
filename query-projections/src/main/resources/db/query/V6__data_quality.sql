-- What the log says, side by side: who signed up, what was sold, who was away, and what is told of usage, tickets and
-- trainings. A contradiction is not stored but asked of these tables, so it does not matter what came first, nor in how
-- many pages.

create table quality_customer (
    customer_id   text not null primary key,
    registered_on date not null
);

-- From a day on the customer is away, or back.
create table quality_away (
    customer_id text    not null,
    position    bigint  not null,
    day         date    not null,
    away        boolean not null,
    primary key (customer_id, position)
);

create table quality_term (
    license_id  text not null,
    starts_on   date not null,
    customer_id text not null,
    ends_on     date not null,
    primary key (license_id, starts_on)
);

create index quality_term_by_customer on quality_term (customer_id, starts_on);

create table quality_license_end (
    license_id text not null primary key,
    ended_on   date not null
);

create table quality_user (
    user_id text not null primary key
);

-- Trainings that were assigned, as 'user course'.
create table quality_training (
    subject text not null primary key
);

-- Facts of a day: their number and the positions of the first hundred. The subject is the user, the ticket or the user
-- and course that they name; empty: none. An empty customer is one that nobody knows.
create table quality_fact (
    kind        text     not null,
    customer_id text     not null,
    subject     text     not null,
    day         date     not null,
    events      bigint   not null,
    positions   bigint[] not null,
    primary key (kind, customer_id, subject, day)
);

create index quality_fact_by_subject on quality_fact (kind, subject);

-- What is told of tickets. State: 'open', 'closed', or empty when it stays as it is. An opening may begin closed, and
-- only a change is strange in a ticket that is closed: a rating is not, nor is opening it again.
create table quality_ticket (
    ticket_id   text        not null,
    position    bigint      not null,
    customer_id text        not null,
    occurred_at timestamptz not null,
    opening     boolean     not null,
    change      boolean     not null,
    state       text        not null,
    primary key (ticket_id, position)
);

-- One row a customer, subject and day on which facts contradict something else. What is asked of one kind, customer or
-- day reaches into the parts that several use, since they are not computed beforehand.
create view contradiction as
with used as not materialized (
    select * from query.quality_fact where kind = 'usage'),
first_term as (
    select customer_id, min(starts_on) as starts_on from query.quality_term group by customer_id),
told as not materialized (
    select t.*, (occurred_at at time zone 'UTC')::date as day from query.quality_ticket t)
select 'usage-before-registration' as kind, u.customer_id, u.subject, u.day, u.events, u.positions
from used u join query.quality_customer c on c.customer_id = u.customer_id
where u.day < c.registered_on
union all
select 'usage-of-unregistered-customer', u.customer_id, u.subject, u.day, u.events, u.positions
from used u
where u.customer_id <> '' and not exists (
    select from query.quality_customer c where c.customer_id = u.customer_id)
union all
select 'usage-without-customer', u.customer_id, u.subject, u.day, u.events, u.positions
from used u where u.customer_id = ''
union all
select 'usage-before-first-term', u.customer_id, u.subject, u.day, u.events, u.positions
from used u join first_term f on f.customer_id = u.customer_id
where u.day < f.starts_on
union all
select 'usage-outside-terms', u.customer_id, u.subject, u.day, u.events, u.positions
from used u join first_term f on f.customer_id = u.customer_id
where u.day >= f.starts_on and not exists (
    select from query.quality_term t
    left join query.quality_license_end e on e.license_id = t.license_id
    where t.customer_id = u.customer_id and t.starts_on <= u.day and t.ends_on > u.day
      and (e.ended_on is null or e.ended_on > u.day))
union all
select 'usage-without-license', u.customer_id, u.subject, u.day, u.events, u.positions
from used u
where u.customer_id <> '' and not exists (select from first_term f where f.customer_id = u.customer_id)
union all
select 'usage-after-churn', u.customer_id, u.subject, u.day, u.events, u.positions
from used u
where (select a.away from query.quality_away a
       where a.customer_id = u.customer_id and a.day <= u.day
       order by a.day desc, a.position desc limit 1)
union all
select 'usage-of-unknown-user', u.customer_id, u.subject, u.day, u.events, u.positions
from used u
where u.subject <> '' and not exists (select from query.quality_user k where k.user_id = u.subject)
union all
select 'training-without-assignment', f.customer_id, f.subject, f.day, f.events, f.positions
from query.quality_fact f
where f.kind = 'training-completed' and not exists (
    select from query.quality_training t where t.subject = f.subject)
union all
select f.kind, f.customer_id, f.subject, f.day, f.events, f.positions
from query.quality_fact f
where f.kind in ('recorded-late', 'dated-in-the-future')
union all
select 'ticket-before-registration', t.customer_id, t.ticket_id, t.day, 1, array[t.position]
from told t join query.quality_customer c on c.customer_id = t.customer_id
where t.opening and t.day < c.registered_on
union all
select 'ticket-begins-closed', t.customer_id, t.ticket_id, t.day, 1, array[t.position]
from told t where t.opening and t.state = 'closed'
union all
select 'ticket-changed-after-closing', t.customer_id, t.ticket_id, t.day, 1, array[t.position]
from told t
where t.change
  and (select b.state from query.quality_ticket b
       where b.ticket_id = t.ticket_id and b.state <> ''
         and (b.occurred_at, b.position) < (t.occurred_at, t.position)
       order by b.occurred_at desc, b.position desc limit 1) = 'closed'
union all
select 'ticket-never-opened', t.customer_id, t.ticket_id, t.day, 1, array[t.position]
from told t
where not exists (select from query.quality_ticket o where o.ticket_id = t.ticket_id and o.opening);
