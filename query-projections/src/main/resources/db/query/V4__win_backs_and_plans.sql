-- A customer can leave, come back and leave again. It is gone in [churned_on, won_back_on).
create table departure (
    customer_id text not null,
    churned_on  date not null,
    won_back_on date,
    reason_code text not null,
    reason_text text not null,
    primary key (customer_id, churned_on)
);

insert into departure (customer_id, churned_on, reason_code, reason_text)
select customer_id, churned_on, reason_code, reason_text from customer where churned_on is not null;

create table plan_change (
    license_id                 text   not null,
    effective_on               date   not null,
    plan                       text   not null,
    price_per_seat_minor_units bigint not null,
    position                   bigint not null,
    primary key (license_id, effective_on)
);

-- Those who are gone on a day.
create function gone(on_day date)
returns table (customer_id text, churned_on date, reason_code text, reason_text text)
language sql stable
begin atomic
    select d.customer_id, d.churned_on, d.reason_code, d.reason_text
    from query.departure d
    where d.churned_on <= on_day and (d.won_back_on is null or d.won_back_on > on_day);
end;

-- The terms in force on a day, with the seats, the plan and the price of that day: of changes of seats and of plan, the
-- later one says the price. A customer that is gone has none.
create or replace function terms_in_force(on_day date)
returns table (license_id text, customer_id text, plan text, starts_on date, ends_on date, seats integer,
               monthly_minor_units bigint, currency text)
language sql stable
begin atomic
    select t.license_id, t.customer_id, coalesce(planned.plan, t.plan), t.starts_on, t.ends_on,
           coalesce(change.seats, t.seats),
           coalesce(change.seats, t.seats)
               * case when (planned.effective_on, planned.position) > (change.effective_on, change.position)
                          or change.position is null
                      then coalesce(planned.price_per_seat_minor_units, t.price_per_seat_minor_units)
                      else change.price_per_seat_minor_units end,
           t.currency
    from query.term t
    join query.license l on l.license_id = t.license_id
    left join lateral (
        select s.seats, s.price_per_seat_minor_units, s.effective_on, s.position
        from query.seat_change s
        where s.license_id = t.license_id and s.effective_on >= t.starts_on and s.effective_on <= on_day
        order by s.effective_on desc
        limit 1) change on true
    left join lateral (
        select p.plan, p.price_per_seat_minor_units, p.effective_on, p.position
        from query.plan_change p
        where p.license_id = t.license_id and p.effective_on >= t.starts_on and p.effective_on <= on_day
        order by p.effective_on desc
        limit 1) planned on true
    where t.starts_on <= on_day and t.ends_on > on_day
      and (l.cancelled_on is null or l.cancelled_on > on_day)
      and not exists (select 1 from query.gone(on_day) g where g.customer_id = t.customer_id);
end;

alter table customer drop column churned_on, drop column reason_code, drop column reason_text;
