-- Raw facts by their natural keys: whatever the order in which events arrive, the same rows come out, and what was true
-- on a day is a question to them.

create table customer (
    customer_id   text not null primary key,
    name          text,
    registered_on date,
    profile       jsonb,
    churned_on    date,
    reason_code   text,
    reason_text   text
);

create table license (
    license_id   text not null primary key,
    customer_id  text not null,
    product      text,
    cancelled_on date
);

create table term (
    license_id                 text    not null,
    starts_on                  date    not null,
    customer_id                text    not null,
    ends_on                    date    not null,
    plan                       text    not null,
    seats                      integer not null,
    price_per_seat_minor_units bigint  not null,
    currency                   text    not null,
    auto_renew                 boolean not null,
    primary key (license_id, starts_on)
);

create index term_by_customer on term (customer_id, starts_on);

create table seat_change (
    license_id                 text    not null,
    effective_on               date    not null,
    seats                      integer not null,
    price_per_seat_minor_units bigint  not null,
    position                   bigint  not null,
    primary key (license_id, effective_on)
);

create table usage_day (
    customer_id  text    not null,
    day          date    not null,
    active_users integer not null,
    actions      bigint  not null,
    features     jsonb   not null,
    position     bigint  not null,
    primary key (customer_id, day)
);

create index usage_day_by_day on usage_day (day, customer_id) include (actions, active_users);

-- The terms in force on a day, with the seats and the price of that day. A customer that has churned has none.
create function terms_in_force(on_day date)
returns table (license_id text, customer_id text, plan text, starts_on date, ends_on date, seats integer,
               monthly_minor_units bigint, currency text)
language sql stable
begin atomic
    select t.license_id, t.customer_id, t.plan, t.starts_on, t.ends_on,
           coalesce(change.seats, t.seats),
           coalesce(change.seats, t.seats)
               * coalesce(change.price_per_seat_minor_units, t.price_per_seat_minor_units),
           t.currency
    from query.term t
    join query.license l on l.license_id = t.license_id
    join query.customer c on c.customer_id = t.customer_id
    left join lateral (
        select s.seats, s.price_per_seat_minor_units
        from query.seat_change s
        where s.license_id = t.license_id and s.effective_on >= t.starts_on and s.effective_on <= on_day
        order by s.effective_on desc
        limit 1) change on true
    where t.starts_on <= on_day and t.ends_on > on_day
      and (l.cancelled_on is null or l.cancelled_on > on_day)
      and (c.churned_on is null or c.churned_on > on_day);
end;
