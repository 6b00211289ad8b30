-- What automations know and what they have ordered. The log holds everything that came of it; here lies what is pending.

-- Courses that every user is to take.
create table required_course (
    course_id text collate "C" not null primary key
);

-- What onboardings are made of. The newest of a product is the one with the highest number.
create table onboarding_template (
    template_id text   collate "C" not null primary key,
    product     text   collate "C" not null,
    tasks       text   not null,
    number      bigint generated always as identity
);

create index onboarding_template_by_product on onboarding_template (product, number);

-- Commands to be sent. Each is written in the transaction of the event that led to it and sent afterwards, under a key
-- that is made of what it is about: so it has one effect, however often it is written or sent.
create table due (
    number         bigint      generated always as identity primary key,
    kind           text        not null,
    subject        text        collate "C" not null,
    key            text        collate "C" not null unique,
    command        text        not null,
    body           text        not null,
    correlation_id text        not null,
    -- The moment it is about, and the one from which it may be sent.
    due_at         timestamptz not null,
    ready_at       timestamptz not null,
    -- What became of it: recorded, unchanged, moot or failed, and why.
    done_at        timestamptz,
    outcome        text,
    reason         text
);

create index due_by_readiness on due (ready_at, number) where done_at is null;
create index due_by_moment on due (due_at, number) where done_at is null;
create index due_failed on due (number) where outcome = 'failed';

-- While one of these lasts, nothing is sent by itself.
create table hold (
    holder text        not null primary key,
    until  timestamptz not null
);
