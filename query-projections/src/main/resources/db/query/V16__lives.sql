-- Every customer's events, packed, some hundred to a row; the last row of a customer takes what comes. Views are folded
-- from them. The empty id stands for what belongs to no customer: features, courses, templates, funnels, models.
create table life (
    customer_id   text    not null,
    number        integer not null, -- 1, 2, 3 … within the customer
    revision      bigint  not null, -- grows with every change of any row, in the order of commits
    last_position bigint  not null, -- the greatest in this row and those before it
    packed        bytea   not null,
    primary key (customer_id, number)
);

alter table life alter column packed set storage external;

create index life_by_revision on life (revision);

-- Of all tables of lives, be they live or being built.
create sequence life_revision;
