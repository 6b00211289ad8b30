-- Events that a processor could not handle, and the later ones of the same sequence (of its customer), which wait behind
-- them in the order of their positions. A letter names its event; the event itself stays in the log and nowhere else.
create table dead_letter (
    processor       text        not null,
    sequence        text        not null,
    position        bigint      not null,
    replay_token    bytea,
    token_type      text,
    cause_type      text,
    cause_message   text,
    diagnostics     bytea       not null,
    enqueued_at     timestamptz not null default clock_timestamp(),
    last_touched_at timestamptz not null default clock_timestamp(),
    primary key (processor, sequence, position)
);

create sequence dead_letter_epoch;

-- Who works on the letters of a sequence. No epoch is given out twice, so that whoever was paused while another took
-- over cannot finish a letter.
create table dead_letter_claim (
    processor  text        not null,
    sequence   text        not null,
    owner      text        not null,
    epoch      bigint      not null default nextval('dead_letter_epoch'),
    claimed_at timestamptz not null default clock_timestamp(),
    primary key (processor, sequence)
);
