-- Funnels are folded from lives; what they kept for themselves is not needed any more.
drop table funnel_definition, funnel_occurrence, funnel_first, funnel_withdrawn, funnel_contract, funnel_task,
           funnel_property, funnel_feature, funnel_course;
delete from parked_event where projection = 'funnel';
delete from rebuild where projection = 'funnel';
delete from projection where name = 'funnel';
