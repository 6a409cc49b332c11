create table orders (
    id uuid primary key,
    version bigint not null,
    customer uuid not null,
    lines jsonb not null,
    total jsonb not null,
    status text not null,
    carrier varchar(255)
);

create table order_summaries (
    order_id uuid primary key,
    version bigint not null,
    customer uuid not null,
    total jsonb not null,
    status text not null,
    carrier varchar(255)
);

create index order_summaries_list_orders on order_summaries (customer, order_id);

create table outbox (
    position bigint generated always as identity primary key,
    event_id uuid not null unique,
    aggregate_type text not null,
    aggregate_id text not null,
    aggregate_version bigint not null,
    event_type text not null,
    event_version integer not null,
    payload jsonb not null,
    occurred_at timestamptz not null,
    delivered_at timestamptz,
    unique (aggregate_type, aggregate_id, aggregate_version)
);

create index outbox_undelivered on outbox (position) where delivered_at is null;

create table idempotency (
    key text primary key,
    request_digest text not null,
    aggregate_id text,
    aggregate_version bigint,
    created_at timestamptz not null default now()
);

create index idempotency_created_at on idempotency (created_at);
