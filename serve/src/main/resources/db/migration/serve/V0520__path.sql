-- The timers of drawn paths that run: the day-keeper looks for those that ran out. Derived from the
-- log, like the inboxes.
create table serve.case_timer (
  number text not null references serve.case_file (number),
  timer text not null,
  started_on date not null,
  -- the last day it runs; the case goes on the day after
  due_on date not null,
  primary key (number, timer)
);
create index case_timer_due on serve.case_timer (due_on);
