-- These views moved past events that they did not know before. They are emptied, and go through the log once more.
truncate customer, departure, license, term, seat_change, plan_change, usage_day,
         funnel_definition, funnel_occurrence, funnel_customer, log_span;
delete from parked_event where projection in ('customers', 'funnel', 'log-span');
update projection set position = 0 where name in ('customers', 'funnel', 'log-span');

-- Who leaves again on the day of coming back has left.
alter table departure add column position bigint not null default 0;
