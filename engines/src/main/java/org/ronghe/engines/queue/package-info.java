/// 排队: how long people wait at the windows of a service centre, and how many windows it takes.
///
/// [ErlangC] answers in closed form for one steady period; [HallSimulation] plays whole days with
/// appointments, no-shows, priorities, transfers and windows that differ in what they can do;
/// [Staffing] finds the fewest windows per interval and proves them by simulation. Pure and
/// deterministic: the same seed gives the same day. See `docs/engines/queue.md`.
@NullMarked
package org.ronghe.engines.queue;

import org.jspecify.annotations.NullMarked;
