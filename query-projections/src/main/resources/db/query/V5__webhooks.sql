-- Where events are delivered to. Not a view: it is not computed from the log and not emptied by a rebuild.
--
-- "position": everything that is wanted up to here has been delivered. One node at a time delivers to an endpoint; a
-- claim counts up the epoch, so that an owner that was paused cannot write over its heir.
create table webhook (
    webhook_id      text        not null primary key,
    url             text        not null,
    description     text        not null,
    types           text[]      not null,
    customer_id     text,
    secret          text        not null,
    old_secret      text,
    old_until       timestamptz,
    enabled         boolean     not null default true,
    disabled_reason text,
    created_at      timestamptz not null default clock_timestamp(),
    position        bigint      not null,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz,
    owner           text,
    epoch           bigint      not null default 0,
    claimed_until   timestamptz
);

create table webhook_delivery (
    delivery_id     bigint      generated always as identity primary key,
    webhook_id      text        not null references webhook on delete cascade,
    message_id      text        not null,
    position        bigint,
    type            text        not null,
    status          text        not null,
    attempts        integer     not null,
    first_tried_at  timestamptz not null default clock_timestamp(),
    last_tried_at   timestamptz not null default clock_timestamp(),
    next_attempt_at timestamptz,
    response_status integer,
    latency_millis  integer     not null,
    error           text,
    unique (webhook_id, message_id)
);

create index webhook_delivery_by_webhook on webhook_delivery (webhook_id, delivery_id);
