-- The log. Positions are 1, 2, 3 … in commit order, without holes: only the holder of the log_head row gives them out.

create table event_type (
    type_id  integer generated always as identity primary key,
    name     text    not null,
    revision integer not null,
    unique (name, revision)
);

-- One row a stream. The version is the optimistic lock of whoever decides on the stream.
create table stream_head (
    stream_no bigint generated always as identity primary key,
    stream    text   not null unique,
    kind      text,
    version   bigint not null
);

create table event (
    position       bigint      not null,
    stream_no      bigint      not null,
    version        bigint      not null,
    event_id       uuid        not null,
    type_id        integer     not null,
    occurred_at    timestamptz not null,
    recorded_at    timestamptz not null,
    customer_id    text,
    user_id        text,
    correlation_id text,
    causation_id   text,
    command_key    text,
    actor          text,
    payload        bytea       not null,
    metadata       bytea       not null,
    leaf           bytea       not null,
    primary key (position)
) partition by range (position);

create index event_by_customer on event (customer_id, position) where customer_id is not null;
create index event_by_user on event (user_id, position) where user_id is not null;

-- A partition holds five million positions. Unique indexes that lack the partition key can only stand on one partition
-- at a time; within the log as a whole, versions are kept unique by stream_head.
create function ensure_partitions(up_to bigint) returns void
language plpgsql as $$
declare
    size constant bigint := 5000000;
    number bigint;
    name text;
begin
    for number in 0 .. up_to / size loop
        name := 'event_' || lpad(number::text, 5, '0');
        if to_regclass('eventstore.' || name) is null then
            execute format('create table eventstore.%I partition of eventstore.event for values from (%s) to (%s)',
                           name, number * size, (number + 1) * size);
            execute format('create unique index %I on eventstore.%I (stream_no, version)', name || '_version', name);
            execute format('create unique index %I on eventstore.%I (event_id)', name || '_event_id', name);
        end if;
    end loop;
end
$$;

select ensure_partitions(5000000);

create table batch (
    first_position bigint      not null,
    last_position  bigint      not null primary key,
    recorded_at    timestamptz not null,
    previous_hash  bytea       not null,
    hash           bytea       not null
);

create index batch_by_time on batch (recorded_at);

-- The answer to a command that was sent with a key. It stays for ever, so that a late repeat is known as one.
-- A command that changed nothing has no positions.
create table command (
    caller         text        not null,
    key            text        not null,
    request_hash   text        not null,
    first_position bigint,
    last_position  bigint,
    recorded_at    timestamptz not null,
    primary key (caller, key)
);

create table snapshot (
    stream      text        not null primary key,
    kind        text        not null,
    version     bigint      not null,
    type        text        not null,
    revision    text,
    recorded_at timestamptz not null default clock_timestamp(),
    payload     bytea       not null,
    metadata    bytea       not null
);

-- How far a processor has read. A claim counts up its epoch, so that an owner that was paused cannot write over its heir.
create table token (
    processor  text        not null,
    segment    integer     not null,
    token      bytea,
    token_type text,
    owner      text,
    epoch      bigint      not null default 0,
    claimed_at timestamptz,
    primary key (processor, segment)
);

-- The one row that all writers of all nodes pass, a batch at a time. "log" tells this log from any other for ever.
create table log_head (
    single      boolean     not null primary key default true check (single),
    log         uuid        not null default gen_random_uuid(),
    position    bigint      not null,
    recorded_at timestamptz not null,
    hash        bytea       not null
);

insert into log_head (position, recorded_at, hash)
values (0, to_timestamp(0), '\x0000000000000000000000000000000000000000000000000000000000000000');

-- Appends a batch in one statement, which is one transaction and one flush.
--
-- a_*: one entry an append (what succeeds or fails as a whole). e_*: one entry an event, in order; e_append counts
-- appends from 1. e_version is the version that the event must get, or null to take the next one.
-- A stream may stand in one append with versions only, or in any number of appends without.
--
-- leaf = SHA-256(position, version, microseconds of recorded_at since 1970, content hash); hash = SHA-256(previous hash, first position, count, leaves).
create function append_batch(
    a_caller text[], a_key text[], a_request_hash text[], a_size integer[],
    e_append integer[], e_stream text[], e_kind text[], e_version bigint[], e_id uuid[], e_type integer[],
    e_occurred_at timestamptz[], e_customer text[], e_user text[], e_correlation text[], e_causation text[],
    e_key text[], e_actor text[], e_payload bytea[], e_metadata bytea[], e_content_hash bytea[],
    out first_position bigint, out stored_at timestamptz, out repeated integer[], out conflicted integer[],
    out versions bigint[])
language plpgsql as $$
declare
    head eventstore.log_head%rowtype;
    refused integer[];
    stored integer;
    stored_micros bigint;
    chained bytea;
begin
    select * into head from eventstore.log_head for update;
    first_position := head.position + 1;
    stored_at := greatest(clock_timestamp(), head.recorded_at);
    stored_micros := extract(epoch from stored_at) * 1000000;

    select coalesce(array_agg(a.no), '{}') into repeated
    from unnest(a_caller, a_key) with ordinality a (caller, key, no)
    join eventstore.command c on c.caller = a.caller and c.key = a.key;

    select coalesce(array_agg(distinct wanted.append), '{}') into conflicted
    from (select e.append, e.stream, e.version,
                 row_number() over (partition by e.append, e.stream order by e.ordinal) as nth
          from unnest(e_append, e_stream, e_version) with ordinality e (append, stream, version, ordinal)) wanted
    left join eventstore.stream_head h on h.stream = wanted.stream
    where wanted.version is not null and wanted.version <> coalesce(h.version, -1) + wanted.nth;

    refused := repeated || conflicted;

    with accepted as (
        select e.*,
               row_number() over (order by e.ordinal) as nth,
               row_number() over (partition by e.stream order by e.ordinal) as nth_of_stream,
               count(*) over (partition by e.stream) as count_of_stream
        from unnest(e_append, e_stream, e_kind, e_id, e_type, e_occurred_at, e_customer, e_user, e_correlation,
                    e_causation, e_key, e_actor, e_payload, e_metadata, e_content_hash)
             with ordinality e (append, stream, kind, id, type, occurred_at, customer, "user", correlation,
                                causation, key, actor, payload, metadata, content_hash, ordinal)
        where e.append <> all (refused)
    ),
    heads as (
        insert into eventstore.stream_head as h (stream, kind, version)
        select stream, min(kind), count(*) - 1 from accepted group by stream
        on conflict (stream) do update set version = h.version + excluded.version + 1
        returning h.stream_no, h.stream, h.version
    ),
    inserted as (
        insert into eventstore.event as stored_event (position, stream_no, version, event_id, type_id, occurred_at, recorded_at, customer_id,
                           user_id, correlation_id, causation_id, command_key, actor, payload, metadata, leaf)
        select head.position + a.nth, h.stream_no, h.version - a.count_of_stream + a.nth_of_stream, a.id, a.type,
               a.occurred_at, stored_at, a.customer, a."user", a.correlation, a.causation, a.key, a.actor,
               a.payload, a.metadata,
               sha256(int8send(head.position + a.nth)
                      || int8send(h.version - a.count_of_stream + a.nth_of_stream)
                      || int8send(stored_micros)
                      || a.content_hash)
        from accepted a
        join heads h on h.stream = a.stream
        returning stored_event.position, stored_event.version, stored_event.leaf
    )
    select count(*),
           coalesce(array_agg(i.version order by i.position), '{}'),
           sha256(head.hash || int8send(head.position + 1) || int4send(count(*)::integer)
                  || coalesce(string_agg(i.leaf, ''::bytea order by i.position), ''::bytea))
    into stored, versions, chained
    from inserted i;

    insert into eventstore.command (caller, key, request_hash, first_position, last_position, recorded_at)
    select a.caller, a.key, a.request_hash,
           case when a.size > 0 then head.position + a.up_to - a.size + 1 end,
           case when a.size > 0 then head.position + a.up_to end,
           stored_at
    from (select c.*, sum(c.size) over (order by c.no) as up_to
          from unnest(a_caller, a_key, a_request_hash, a_size)
               with ordinality c (caller, key, request_hash, size, no)
          where c.no <> all (refused)) a
    where a.key is not null;

    if stored > 0 then
        insert into eventstore.batch values (first_position, head.position + stored, stored_at, head.hash, chained);
        update eventstore.log_head set position = head.position + stored, recorded_at = stored_at, hash = chained;
    end if;
end
$$;

-- History is never edited, not even by the owner of the tables in a careless moment.
create function refuse_change() returns trigger
language plpgsql as $$
begin
    raise exception 'The log is append-only: % of % is refused.', lower(tg_op), tg_table_name;
end
$$;

create trigger event_is_append_only before update or delete on event
    for each row execute function refuse_change();
create trigger event_is_not_truncated before truncate on event
    for each statement execute function refuse_change();
create trigger batch_is_append_only before update or delete or truncate on batch
    for each statement execute function refuse_change();
