-- Why a message was not taken, and which ones wait: asked for each topic by itself.
alter table serve.outbox add column fault text;
drop index serve.outbox_open;
create index outbox_open on serve.outbox (topic, id) where sent_at is null;
