-- Ways to look at a page that people keep under a name.
create table saved_view (
    id        uuid    primary key,
    page      text    not null,
    owner     text    not null,
    name      text    not null,
    search    text    not null, -- the query of the page's address
    is_shared boolean not null,
    version   bigint  not null,
    unique (page, owner, name)
);
