-- Seats are folded from lives.
drop table seat_fact;
delete from rebuild where projection = 'seats';
delete from parked_event where projection = 'seats';
delete from projection where name = 'seats';
