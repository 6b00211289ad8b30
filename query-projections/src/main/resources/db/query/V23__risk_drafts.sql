-- Risk models that nobody has published: made up by a person, or learned. They can be looked through and replayed.
create table risk_draft (
    model_id text        primary key,
    body     text        not null, -- the model as JSON
    made_at  timestamptz not null default now()
);
