-- The log. Positions are 1, 2, 3 … in commit order, without holes: only the holder of the log_head row gives them out.

create table event_type (
    type_id  integer generated always as identity primary key,
    name     text    not null,
    revision integer not null,
    unique (name, revision)
);

-- One row a stream. The version is the optimistic lock of whoever decides on the stream. Pages are left with room, so that
-- a row that moves on stays on its page and no index has to know. Here and below, ids compare byte by byte.
create table stream_head (
    stream_no bigint generated always as identity primary key,
    stream    text   collate "C" not null unique,
    kind      text,
    version   bigint not null
) with (fillfactor = 60);

create table event (
    position       bigint      not null,
    stream_no      bigint      not null,
    version        bigint      not null,
    event_id       uuid        not null,
    type_id        integer     not null,
    occurred_at    timestamptz not null,
    recorded_at    timestamptz not null,
    customer_id    text collate "C",
    user_id        text collate "C",
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

-- A partition holds five million positions. Unique indexes that lack the partition key can only stand on one partition
-- at a time; within the log as a whole, versions are kept unique by stream_head.
--
-- A partition is made by itself and then attached, which leaves readers and writers alone: whoever reads the log for an
-- hour, to verify it or to copy it, must not keep the next partition from being made, nor everybody from the log.
create function make_partitions(up_to bigint) returns void
language plpgsql as $$
declare
    size constant bigint := 5000000;
    number bigint;
    name text;
begin
    -- One node at a time; the others find them made.
    perform pg_advisory_xact_lock(hashtext('eventstore.make_partitions'));
    for number in 0 .. up_to / size loop
        name := 'event_' || lpad(number::text, 5, '0');
        if to_regclass('eventstore.' || name) is null then
            execute format('create table eventstore.%I (like eventstore.event including all)', name);
            execute format('create unique index %I on eventstore.%I (stream_no, version)', name || '_version', name);
            execute format('create unique index %I on eventstore.%I (event_id)', name || '_event_id', name);
            execute format('create trigger %I before truncate on eventstore.%I for each statement'
                           || ' execute function eventstore.refuse_change()', name || '_is_not_truncated', name);
            execute format('alter table eventstore.event attach partition eventstore.%I for values from (%s) to (%s)',
                           name, number * size, (number + 1) * size);
        end if;
    end loop;
end
$$;

select make_partitions(5000000);

-- The same in a statement that commits by itself, so that a writer that stalls holds no lock.
create procedure ensure_partitions(up_to bigint)
language plpgsql as $$
begin
    perform eventstore.make_partitions(up_to);
    commit;
end
$$;

create table batch (
    first_position bigint      not null,
    last_position  bigint      not null primary key,
    recorded_at    timestamptz not null,
    previous_hash  bytea       not null,
    hash           bytea       not null
);

create index batch_by_time on batch (recorded_at);

create trigger batch_is_append_only before update or delete or truncate on batch
    for each statement execute function refuse_change();

-- The answer to a command that was sent with a key. It stays for ever, so that a late repeat is known as one.
-- A command that changed nothing has no positions.
create table command (
    caller         text        collate "C" not null,
    key            text        collate "C" not null,
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
    position    bigint      not null
);

insert into log_head (position) values (0);

-- Appends a batch in one statement that is one transaction and one flush, and that commits by itself: the lock on the
-- log's head ends within the call, so a writer that stalls at any point holds nobody up.
--
-- All or nothing: when something in the batch is refused, nothing is stored, and the answer says what to leave out.
--
-- k_*: one entry a command key; k_first and k_last count the events of its append within the batch, from 1.
-- s_*: one entry a stream; s_base is the version that it must be at (-1: not begun), or null for any.
-- e_*: one entry an event, in order; e_stream counts streams from 1, e_nth the batch's events of that stream from 1.
--
-- Arrays are read by subscript, as a call of unnest for fifteen of them costs more than all else that is done to an event.
--
-- head becomes the position before the batch, bases the version of each stream before it; repeated counts keys that
-- were answered before, conflicted streams that are not where they must be.
--
-- leaf = SHA-256(position, version, microseconds of recorded_at since 1970, content hash);
-- hash = SHA-256(previous hash, first position, count, leaves).
create procedure append_batch(
    k_caller text[], k_key text[], k_request_hash text[], k_first integer[], k_last integer[],
    s_stream text[], s_kind text[], s_base bigint[], s_size integer[],
    e_stream integer[], e_nth integer[], e_id uuid[], e_type integer[], e_occurred_at timestamptz[],
    e_customer text[], e_user text[], e_correlation text[], e_causation text[], e_key text[], e_actor text[],
    e_payload bytea[], e_metadata bytea[], e_content_hash bytea[],
    inout head bigint, inout stored_at timestamptz, inout bases bigint[], inout repeated integer[],
    inout conflicted integer[])
language plpgsql as $$
declare
    size constant integer := cardinality(e_stream);
    previous record;
    stored_micros bigint;
    numbers bigint[];
    begun integer;
begin
    update eventstore.log_head h set position = h.position + size returning h.position - size into head;
    select b.hash, b.recorded_at into previous from eventstore.batch b where b.last_position = head;
    if not found then
        if head > 0 then
            raise exception 'No batch of the log ends at its head, %: the log is damaged.', head;
        end if;
        select decode(repeat('00', 32), 'hex') as hash, to_timestamp(0) as recorded_at into previous;
    end if;
    stored_at := greatest(clock_timestamp(), previous.recorded_at);

    if cardinality(k_key) > 0 then
        insert into eventstore.command (caller, key, request_hash, first_position, last_position, recorded_at)
        select k_caller[n], k_key[n], k_request_hash[n], head + k_first[n], head + k_last[n], stored_at
        from generate_series(1, cardinality(k_key)) n
        on conflict do nothing;
        get diagnostics begun = row_count;
        if begun < cardinality(k_key) then
            rollback;
            select array_agg(n) into repeated
            from generate_series(1, cardinality(k_key)) n
            join eventstore.command c on c.caller = k_caller[n] and c.key = k_key[n];
            return;
        end if;
    end if;

    -- One stream is the usual case, and simple statements are faster than those for many.
    if cardinality(s_stream) = 1 then
        update eventstore.stream_head h set version = h.version + size
        where h.stream = s_stream[1] and h.version = coalesce(s_base[1], h.version)
        returning array[h.stream_no], array[h.version - size] into numbers, bases;
        if not found then
            insert into eventstore.stream_head as h (stream, kind, version)
            select s_stream[1], s_kind[1], size - 1 where coalesce(s_base[1], -1) = -1
            on conflict do nothing
            returning array[h.stream_no], array[-1] into numbers, bases;
            if not found then
                conflicted := '{1}';
            end if;
        end if;
    elsif size > 0 then
        select array_agg(coalesce(h.stream_no, nextval('eventstore.stream_head_stream_no_seq')) order by n),
               array_agg(coalesce(h.version, -1) order by n),
               array_agg(n) filter (where s_base[n] <> coalesce(h.version, -1)),
               count(*) filter (where h.version is null)
        into numbers, bases, conflicted, begun
        from generate_series(1, cardinality(s_stream)) n
        left join eventstore.stream_head h on h.stream = s_stream[n];

        if conflicted is null and begun > 0 then
            insert into eventstore.stream_head (stream_no, stream, kind, version) overriding system value
            select numbers[n], s_stream[n], s_kind[n], s_size[n] - 1
            from generate_series(1, cardinality(numbers)) n
            where bases[n] = -1;
        end if;
        if conflicted is null and begun < cardinality(numbers) then
            update eventstore.stream_head h set version = h.version + s_size[n]
            from generate_series(1, cardinality(numbers)) n
            where h.stream_no = numbers[n] and bases[n] > -1;
        end if;
    end if;
    if conflicted is not null then
        rollback;
        return;
    end if;

    if size > 0 then
        stored_micros := extract(epoch from stored_at) * 1000000;
        with stored as (
            insert into eventstore.event as e (
                position, stream_no, version, event_id, type_id, occurred_at, recorded_at, customer_id, user_id,
                correlation_id, causation_id, command_key, actor, payload, metadata, leaf)
            select head + n, numbers[e_stream[n]], bases[e_stream[n]] + e_nth[n], e_id[n], e_type[n], e_occurred_at[n],
                   stored_at, e_customer[n], e_user[n], e_correlation[n], e_causation[n], e_key[n], e_actor[n],
                   e_payload[n], e_metadata[n],
                   sha256(int8send(head + n) || int8send(bases[e_stream[n]] + e_nth[n]) || int8send(stored_micros)
                          || e_content_hash[n])
            from generate_series(1, size) n
            returning e.position, e.leaf
        )
        insert into eventstore.batch (first_position, last_position, recorded_at, previous_hash, hash)
        select head + 1, head + size, stored_at, previous.hash,
               sha256(previous.hash || int8send(head + 1) || int4send(size)
                      || string_agg(s.leaf, ''::bytea order by s.position))
        from stored s;
    end if;
    commit;
end
$$;
