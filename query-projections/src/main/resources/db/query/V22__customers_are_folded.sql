-- Who the customers are and what they bought is folded from their lives.
drop schema if exists query_shadow_of_customers cascade;
drop function terms_in_force(date);
drop function gone(date);
drop table customer, departure, license, term, seat_change, plan_change;
delete from parked_event where projection = 'customers';
delete from rebuild where projection = 'customers';
delete from projection where name = 'customers';
