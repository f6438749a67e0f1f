-- Who did what. Rows are only ever added: the trigger refuses all else, and each row carries the
-- hash of the one before, so that a change made around the trigger shows.
create table office.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  who text not null,
  action text not null,
  subject text not null,
  detail text not null,
  hash bytea not null
);
create index audit_at on office.audit (at);
create index audit_who on office.audit (who, id);
create index audit_action on office.audit (action, id);

create function office.audit_digest(before bytea, id bigint, at timestamptz, who text, action text, subject text, detail text)
returns bytea language sql stable as $$
  select sha256(coalesce(before, ''::bytea) || convert_to(
    jsonb_build_array(id, extract(epoch from at)::text, who, action, subject, detail)::text, 'UTF8'))
$$;

create function office.audit_chain() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7208410961);
  new.id := nextval(pg_get_serial_sequence('office.audit', 'id'));
  new.hash := office.audit_digest(
    (select a.hash from office.audit a order by a.id desc limit 1),
    new.id, new.at, new.who, new.action, new.subject, new.detail);
  return new;
end $$;
create trigger audit_chain before insert on office.audit for each row execute function office.audit_chain();

create function office.audit_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only';
end $$;
create trigger audit_refuse_row before update or delete on office.audit for each row execute function office.audit_refuse();
create trigger audit_refuse_all before truncate on office.audit for each statement execute function office.audit_refuse();
