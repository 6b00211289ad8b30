-- Orders that are done and well are kept for a while only; those that failed until somebody has looked.
create index due_done on due (done_at) where outcome <> 'failed';
