-- An alarm of a replayed log that still stood when the log had no more readings.
alter table operate.alarm add column log_ended_at timestamptz;
drop index operate.alarm_open;
create index alarm_open on operate.alarm (raised_at desc, id desc)
  where (returned_at is null or acknowledged_at is null) and log_ended_at is null;
alter table operate.alarm_change drop constraint alarm_change_change_check;
alter table operate.alarm_change add constraint alarm_change_change_check
  check (change in ('RAISED', 'RETURNED', 'ACKNOWLEDGED', 'LOG_ENDED'));
