-- Revenue is folded from lives.
drop table revenue_fact;
delete from rebuild where projection = 'revenue';
delete from parked_event where projection = 'revenue';
delete from projection where name = 'revenue';
