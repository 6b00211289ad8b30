-- Contradictions are folded from lives.
drop schema if exists query_shadow_of_data_quality cascade;
drop view contradiction;
drop table quality_customer, quality_away, quality_term, quality_license_end, quality_user, quality_training, quality_fact,
           quality_ticket;
delete from parked_event where projection = 'data-quality';
delete from rebuild where projection = 'data-quality';
delete from projection where name = 'data-quality';

-- Lives tell what was recorded late, and keep facts whose customer nobody knew: they are packed in another shape, so they
-- begin again.
drop schema if exists query_shadow_of_lives cascade;
delete from rebuild where projection = 'lives';
delete from life;
delete from parked_event where projection = 'lives';
update projection set position = 0 where name = 'lives';
