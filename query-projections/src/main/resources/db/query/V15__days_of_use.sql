-- Days of use are summed from what is told of people, whoever tells it: a source that reports a day's totals, or one that
-- knows persons. They belong to that view now, which goes through the log once more.
alter table usage_day drop column position;
truncate usage_day, customer_fact, person_fact, use_of_day, total_of_day, course_fact, feature_fact, audience_fact,
         withdrawn_fact;
delete from parked_event where projection = 'people';
update projection set position = 0 where name = 'people';
