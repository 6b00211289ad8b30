-- Who is at the customers and what they did is folded from the customers' lives.
drop schema if exists query_shadow_of_people cascade;
drop table customer_fact, person_fact, use_of_day, total_of_day, course_fact, feature_fact, audience_fact, withdrawn_fact,
           usage_day;
delete from parked_event where projection = 'people';
delete from rebuild where projection = 'people';
delete from projection where name = 'people';
